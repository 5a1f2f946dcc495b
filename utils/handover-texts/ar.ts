import type { HandoverTexts } from '../handover-texts';

/** Arabic. Microsoft's documentation has no Arabic name for the pass, so the English one stands beside ours. */
export const texts: HandoverTexts = {
  language: 'ar',
  subject: (tenant) => `إعداد تسجيل دخولك إلى ${tenant}`,
  pleaseForward: (guest) => `يُرجى إعادة توجيه هذه الرسالة إلى ${guest}. لا تتضمن الرسالة التصريح.`,
  greeting: (guest) => `مرحبًا ${guest}،`,
  intro: (tenant) =>
    `يمكنك باستخدام تصريح الوصول المؤقت (Temporary Access Pass) تسجيل الدخول إلى ${tenant} وإعداد طريقة تسجيل الدخول الخاصة بك.`,
  passIs: 'تصريحك:',
  passComesOtherwise: 'ستحصل على التصريح بطريقة أخرى، عبر الهاتف مثلًا.',
  validFor: (duration) => `مدة الصلاحية: ${duration}`,
  validFrom: (moment) => `من ${moment}`,
  validUntil: (moment) => `حتى ${moment}.`,
  oneTime: 'يصلح التصريح لتسجيل الدخول مرة واحدة فقط. أكمل الخطوة 5 خلال 10 دقائق من تسجيل الدخول.',
  multiUse: 'يمكنك استخدام التصريح أكثر من مرة حتى ذلك الوقت.',
  prepare: {
    authenticator: 'ثبّت تطبيق Microsoft Authenticator على هاتفك.',
    passkey: 'جهّز الهاتف أو مفتاح الأمان الذي سيُحفظ عليه مفتاح المرور (passkey).',
  },
  openPage: 'افتح هذه الصفحة:',
  signInAs: 'سجّل الدخول بهذا الحساب تحديدًا، حتى لو كان عنوان بريدك الإلكتروني مختلفًا:',
  enterPass: 'أدخل التصريح عندما يُطلب منك ذلك.',
  register: {
    authenticator:
      'اختر «إضافة طريقة تسجيل الدخول» ثم «Microsoft Authenticator». يمكنك أيضًا استخدام تطبيق مصادقة آخر.',
    passkey:
      'اختر «إضافة طريقة تسجيل الدخول» ثم «مفتاح المرور». إذا لم يظهر هذا الخيار، فاختر «Microsoft Authenticator».',
  },
  ifRefused: 'إذا رُفض التصريح، فانتظر دقيقة ثم حاول مرة أخرى.',
  questions: (tenant) => `هل لديك أسئلة؟ تواصل مع جهة الاتصال الخاصة بك في ${tenant}.`,
};
