import type { HandoverTexts } from '../handover-texts';

/** Chinese, simplified. The pass keeps its full name: short, it would be any password. */
export const texts: HandoverTexts = {
  language: 'zh-Hans',
  subject: (tenant) => `设置您在 ${tenant} 的登录方法`,
  pleaseForward: (guest) => `请将此消息转发给 ${guest}。其中不含临时访问密码。`,
  greeting: (guest) => `${guest}，您好：`,
  intro: (tenant) =>
    `您可以使用临时访问密码 (Temporary Access Pass) 登录 ${tenant}，并设置您自己的登录方法。`,
  passIs: '您的临时访问密码：',
  passComesOtherwise: '您将通过其他方式（例如电话）收到临时访问密码。',
  validFor: (duration) => `有效期：${duration}`,
  validFrom: (moment) => `开始时间：${moment}`,
  validUntil: (moment) => `结束时间：${moment}`,
  oneTime: '此密码只能用于登录一次。请在登录后 10 分钟内完成第 5 步。',
  multiUse: '在结束时间之前可以多次使用。',
  prepare: {
    authenticator: '在手机上安装 Microsoft Authenticator 应用。',
    passkey: '准备好用来保存通行密钥 (passkey) 的手机或安全密钥。',
  },
  openPage: '打开此页面：',
  signInAs: '请务必使用此帐户登录，即使它与您的电子邮件地址不同：',
  enterPass: '出现提示时，输入临时访问密码。',
  register: {
    authenticator: '选择“添加登录方法”，再选择“Microsoft Authenticator”。也可以使用其他身份验证器应用。',
    passkey: '选择“添加登录方法”，再选择“通行密钥”。如果没有此选项，请选择“Microsoft Authenticator”。',
  },
  ifRefused: '如果临时访问密码未被接受，请等待一分钟后重试。',
  questions: (tenant) => `如有疑问，请咨询您在 ${tenant} 的联系人。`,
};
