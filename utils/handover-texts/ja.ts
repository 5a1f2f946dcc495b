import type { HandoverTexts } from '../handover-texts';

/** Japanese. Words of several parts are spaced as Microsoft spaces them. */
export const texts: HandoverTexts = {
  language: 'ja',
  subject: (tenant) => `${tenant} へのサインインの設定`,
  pleaseForward: (guest) => `このメッセージを ${guest} 様に転送してください。パスは記載されていません。`,
  greeting: (guest) => `${guest} 様`,
  intro: (tenant) =>
    `一時アクセス パス (Temporary Access Pass) で ${tenant} にサインインし、ご自身のサインイン方法を設定してください。`,
  passIs: 'パス:',
  passComesOtherwise: 'パスは、電話など別の方法でお知らせします。',
  validFor: (duration) => `有効期間: ${duration}`,
  validFrom: (moment) => `開始: ${moment}`,
  validUntil: (moment) => `終了: ${moment}`,
  oneTime: 'このパスでサインインできるのは 1 回だけです。サインイン後 10 分以内に手順 5 を完了してください。',
  multiUse: '終了時刻までは何度でも使えます。',
  prepare: {
    authenticator: 'スマートフォンに Microsoft Authenticator アプリをインストールします。',
    passkey: 'パスキーを保存するスマートフォンまたはセキュリティ キーを用意します。',
  },
  openPage: '次のページを開きます。',
  signInAs: '必ず次のアカウントでサインインします (ご自身のメール アドレスと異なる場合もあります)。',
  enterPass: '入力を求められたら、パスを入力します。',
  register: {
    authenticator:
      '「サインイン方法の追加」、「Microsoft Authenticator」の順に選びます。ほかの認証アプリも使えます。',
    passkey:
      '「サインイン方法の追加」、「パスキー」の順に選びます。パスキーが表示されない場合は「Microsoft Authenticator」を選びます。',
  },
  ifRefused: 'パスが受け付けられない場合は、1 分ほど待ってからもう一度お試しください。',
  questions: (tenant) => `ご不明な点は、${tenant} の担当者にお問い合わせください。`,
};
