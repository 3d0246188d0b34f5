# العربية. الأسماء والمواضع كما في en.ftl، وفيه شرح صيغة الملف.
# صيغ العدد: [zero] 0؛ [one] 1؛ [two] 2؛ [few] 3–10؛ [many] 11–99؛ *[other] 100 وما شابه.

## حول كل صفحة

skip-to-content = انتقل إلى المحتوى
main-menu = الأقسام
breadcrumbs = أنت هنا
front-page = الصفحة الرئيسية
editions = اللغات
edition-read = اقرأ بالعربية
edition-stay = متابعة القراءة بالعربية
theme = الألوان
theme-auto = كما في النظام
theme-light = فاتح
theme-dark = داكن
notice = إعلان
follow = تابعونا
about-site = عن الموقع
feed = خلاصة الأخبار

## الأعداد والقوائم والتواريخ

list-two = { $before } و{ $after }
list-middle = { $before } و{ $after }
list-last = { $before } و{ $after }
date = { $day } { $month } { $year }
time-of-day = { $hour }:{ $minute }
date-time = { $date }، { $time }
date-time-zone = { $date-time } ({ $zone })
date-time-long = { $weekday }، { $date-time } ({ $zone })
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
just-now = الآن
minutes-ago = { $count ->
    [zero] الآن
    [one] قبل دقيقة واحدة
    [two] قبل دقيقتين
    [few] قبل { $count } دقائق
    [many] قبل { $count } دقيقة
   *[other] قبل { $count } دقيقة
}
hours-ago = { $count ->
    [zero] الآن
    [one] قبل ساعة واحدة
    [two] قبل ساعتين
    [few] قبل { $count } ساعات
    [many] قبل { $count } ساعة
   *[other] قبل { $count } ساعة
}
in-seconds = { $count ->
    [zero] الآن
    [one] بعد ثانية واحدة
    [two] بعد ثانيتين
    [few] بعد { $count } ثوانٍ
    [many] بعد { $count } ثانية
   *[other] بعد { $count } ثانية
}
in-minutes = { $count ->
    [zero] الآن
    [one] بعد دقيقة واحدة
    [two] بعد دقيقتين
    [few] بعد { $count } دقائق
    [many] بعد { $count } دقيقة
   *[other] بعد { $count } دقيقة
}
in-hours = { $count ->
    [zero] الآن
    [one] بعد ساعة واحدة
    [two] بعد ساعتين
    [few] بعد { $count } ساعات
    [many] بعد { $count } ساعة
   *[other] بعد { $count } ساعة
}
updated = آخر تحديث: { $date }
article-age = { $count ->
    [zero] نُشر هذا المقال قبل أقل من عام
    [one] مضى على نشر هذا المقال أكثر من عام
    [two] مضى على نشر هذا المقال أكثر من عامين
    [few] مضى على نشر هذا المقال أكثر من { $count } أعوام
    [many] مضى على نشر هذا المقال أكثر من { $count } عامًا
   *[other] مضى على نشر هذا المقال أكثر من { $count } عام
}
bytes = { $size } بايت
kilobytes = { $size } كيلوبايت
megabytes = { $size } ميغابايت

## من أعدّ المقال

byline-join = { $before }، { $after }
byline-reporter = تقرير: { $names }
byline-writer = كتابة: { $names }
byline-editor = تحرير: { $names }
byline-photographer = تصوير: { $names }
byline-illustrator = رسوم: { $names }
byline-translator = ترجمة: { $names }
byline-videographer = فيديو: { $names }
byline-producer = إنتاج: { $names }
byline-fact-checker = تدقيق المعلومات: { $names }
byline-plain = بقلم { $names }
byline-other = { $role }: { $names }

## في المقال

untitled = بلا عنوان
caption-prefix = شرح الصورة:
credit-prefix = مصدر الصورة:
gallery = { $count ->
    [zero] معرض بلا صور
    [one] معرض من صورة واحدة
    [two] معرض من صورتين
    [few] معرض من { $count } صور
    [many] معرض من { $count } صورة
   *[other] معرض من { $count } صورة
}
picture-unavailable = تعذّر تحميل الصورة.
viewer = صور هذا المقال
viewer-open = كبِّر الصورة { $number }
viewer-place = { $number } من { $count }
viewer-previous = الصورة السابقة
viewer-next = الصورة التالية
viewer-zoom = تكبير
viewer-close = أغلق
embed-watch = شاهد على { $provider }
embed-listen = استمع على { $provider }
embed-open = افتح على { $provider }
embed-region = محتوى مضمَّن من { $provider }
embed-note = إذا عُرض هذا المحتوى فسيعرف { $provider } عنوانك على الشبكة وأنك على هذا الموقع، وقد يحفظ ملفات تعريف الارتباط.
embed-show = اعرض
embed-always = اعرض دائمًا محتوى { $provider }
embed-stop = أوقف عرض محتوى { $provider }
embed-skip = تخطَّ المحتوى المضمَّن
media-video = مقطع مصوّر
media-audio = مقطع صوتي
media-caption = التعليق:
media-credit = المصدر:
media-failed = لا يمكن تشغيله هنا. افتح الملف
transcript = النص المكتوب
external-link = (موقع آخر)
table-scroll = جدول. مرّر أفقيًا لرؤيته كاملًا.
related = اقرأ أيضًا
subjects = المواضيع
people = الأشخاص
corrections = التصويبات
sources = { $count ->
    [zero] المصدر: { $names }
    [one] المصدر: { $names }
    [two] المصدران: { $names }
    [few] المصادر: { $names }
    [many] المصادر: { $names }
   *[other] المصادر: { $names }
}
reading-time = { $count ->
    [zero] أقل من دقيقة للقراءة
    [one] دقيقة واحدة للقراءة
    [two] دقيقتان للقراءة
    [few] { $count } دقائق للقراءة
    [many] { $count } دقيقة للقراءة
   *[other] { $count } دقيقة للقراءة
}
contents = في هذا المقال
corrected = صُوّب في { $date }
corrected-undated = صُوّب
article-tools = أدوات المقال
share = مشاركة
share-copy = انسخ الرابط
share-copied = نُسخ الرابط.
share-failed = تعذّر النسخ. هذا هو العنوان: { $address }
share-email = البريد الإلكتروني
save = حفظ
saved = المقالات المحفوظة
saved-here = تُحفظ في هذا المتصفح وحده ولا تُرسل إلى أي مكان.
saved-none = لم تحفظ أي مقال بعد. زر «حفظ» في أعلى كل مقال.
saved-script = يحفظ هذه القائمة برنامج في متصفحك. اسمح لهذا الموقع باستخدام JavaScript لتراها.
saved-remove = إزالة
saved-removed = أُزيل المقال من القائمة.
saved-export = تصدير القائمة
saved-full = لم يبقَ في هذا المتصفح متسع للمزيد. أزل مقالًا محفوظًا وحاول مرة أخرى.
saved-failed = لا يحفظ هذا المتصفح بيانات الموقع، فلا يمكن حفظ المقالات.
kept-here = ما يُحفظ أيضًا في هذا المتصفح
kept-read = المقالات التي قرأتها، كي يُعرض عليك ما تغيّر فيها. ولا يُحفظ نصها.
kept-forget = انسَ ما قرأته
kept-forgotten = لم يعد محفوظًا.

## البحث
search = البحث
search-site = البحث في الموقع
search-words = كلمات البحث
search-find = ابحث
search-script = يجري البحث برنامج في متصفحك. اسمح لهذا الموقع باستخدام JavaScript، أو تابع من أحد الأقسام.
search-begin = اكتب كلمة أو أكثر: يشمل البحث العناوين والنصوص والأسماء. أو اختر قسمًا أو كاتبًا أو سنة.
search-sections = تابع من أحد الأقسام
search-going = جارٍ البحث…
search-found = { $count ->
    [zero] لا توجد مقالات
    [one] وُجد مقال واحد
    [two] وُجد مقالان
    [few] وُجدت { $count } مقالات
    [many] وُجد { $count } مقالًا
   *[other] وُجد { $count } مقال
}
search-meant = هل تقصد «{ $words }»؟
search-nothing = لم يُعثر على شيء. تحقق من الإملاء، أو ابحث بكلمات أقل أو بشروط أقل.
search-nothing-yet = لم يُعثر على شيء حتى الآن. ربما تجده في مقالات أقدم.
search-failed = تعذّر الوصول إلى البحث. تحقق من الاتصال وحاول مرة أخرى.
search-section = القسم
search-author = الكاتب
search-year = السنة
search-all = الكل
search-order = الترتيب
search-best = الأنسب أولًا
search-newest = الأحدث أولًا
search-more = عرض المزيد
search-older = البحث في مقالات أقدم ({ $years })
search-option = { $name } ({ $count })
text-size = حجم النص
text-small = نص أصغر
text-normal = نص عادي
text-large = نص أكبر
text-largest = أكبر نص
listen = استماع
listen-pause = إيقاف مؤقت
listen-go-on = متابعة
listen-stop = إيقاف
listen-failed = تعذّر على متصفحك قراءة هذا بصوت عالٍ.
newer-marked = وُضعت علامات على الجديد والمعدّل.
newer-hide = أخفِ العلامات
newer-headline = تغيّر العنوان.
newer-lead = تغيّرت المقدمة.
newer-removed = حُذف جزء من النص.
newer-since = تغيّر هذا المقال منذ قراءتك له في { $date }.
newer-since-show = اعرض الجديد
newer-since-close = إغلاق
change-new = جديد
change-changed = معدّل

## قوائم المقالات

latest = آخر الأخبار
more-stories = مزيد من الأخبار
older = مقالات أقدم
newer = مقالات أحدث
newest = أحدث المقالات
pages = الصفحات
title-with-page = { $title }، الصفحة { $number }
no-articles = لا توجد مقالات هنا بعد.
subsections = في هذا القسم
more-from = المزيد من قسم «{ $section }»
article-count = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}

## الانتظار والأعطال

loading = جارٍ التحميل…
retry = حاول مرة أخرى
newer-version = توجد نسخة أحدث من هذا المقال.
newer-show = عرض النسخة
newer-later = لاحقًا
go-to-front-page = انتقل إلى الصفحة الرئيسية
reload = أعد تحميل الصفحة
failure-title = تعذّر عرض هذه الصفحة
failure-details = التفاصيل: { $details }
not-found-title = الصفحة غير موجودة
page-not-found = لا توجد صفحة بهذا العنوان. ربما كُتب العنوان خطأً أو نُقلت الصفحة.
embargoed-title = لم يُنشر بعد
embargoed = سيُنشر هذا المقال في { $date }.
embargo-over = سيظهر هذا المقال قريبًا. حاول مرة أخرى بعد بضع دقائق.
withdrawn-title = المقال غير متاح
withdrawn = سحبت هيئة التحرير هذا المقال أو لم تنشره.
offline = يبدو أنك غير متصل بالإنترنت. تحقق من الاتصال وحاول مرة أخرى.
unreachable = تعذّر الوصول إلى الموقع. تحقق من الاتصال وحاول مرة أخرى.
timeout = تأخر الرد كثيرًا. حاول مرة أخرى بعد دقيقة.
server-error = ردّ الخادم بخطأ ({ $status }). حاول مرة أخرى بعد دقيقة.
refused = لا يسمح الخادم بقراءة هذه الصفحة ({ $status }).
malformed-json = ملف هذه الصفحة تالف: السطر { $line }، العمود { $column }. حاول لاحقًا.
wrong-format = ملف هذه الصفحة بصيغة لا يستطيع الموقع قراءتها.
site-unreadable = تعذّرت قراءة إعدادات الموقع. حاول لاحقًا.

## الإبلاغ عن خطأ

report-open = هل وجدت خطأ؟
report-link = نموذج الإبلاغ عن خطأ
report-selection = أبلغ عن خطأ هنا
report-title = الإبلاغ عن خطأ
report-keyboard-hint = للإبلاغ عن خطأ، حدّد الكلمات واضغط Ctrl+Enter.
report-selected-words = الكلمات التي حددتها
report-whole-page = لم تحدد أي كلمات: البلاغ عن الصفحة كلها.
report-too-long = { $count ->
    [zero] النص أطول من المسموح به.
    [one] النص طويل: حرف واحد على الأكثر.
    [two] النص طويل: حرفان على الأكثر.
    [few] النص طويل: { $count } أحرف على الأكثر.
    [many] النص طويل: { $count } حرفًا على الأكثر.
   *[other] النص طويل: { $count } حرف على الأكثر.
}
report-kind = ما الخطأ؟
report-kind-typo = خطأ مطبعي
report-kind-fact = معلومة خاطئة
report-kind-broken = شيء لا يعمل
report-kind-other = شيء آخر
report-correction = ما الصواب؟
report-comment = تعليق
report-email = بريدك الإلكتروني، إن أردت ردًّا
report-email-hint = لن يراه إلا هيئة التحرير.
report-optional = اختياري
report-difference = ما غيّرته
report-added = أُضيف:
report-removed = حُذف:
report-to-preview = راجع قبل الإرسال
report-preview = بلاغك
report-preview-note = سيُرسل هذا بالضبط ولا شيء غيره.
report-article = المقال
report-version = الإصدار
report-address = العنوان
report-send = أرسل
report-sending = جارٍ الإرسال…
report-back = رجوع
report-cancel = إلغاء
report-close = إغلاق
report-copy = انسخ البلاغ
report-copied = نُسخ.
report-copy-failed = تعذّر النسخ. حدّد النص وانسخه بنفسك.
report-download = نزّل البلاغ
report-by-email = أرسل بالبريد الإلكتروني
report-email-subject = خطأ في «{ $headline }»
report-email-short = لا تتسع هذه الرسالة للبلاغ كله: انسخه وألصقه فيها.
report-sent = شكرًا! وصل بلاغك إلى هيئة التحرير.
report-stored = حُفظ بلاغك في هذا المتصفح وسيُرسل عند عودة الاتصال.
report-retry = تعذّر إرسال البلاغ. هو محفوظ هنا وسيُعاد إرساله { $when }.
report-refused = لم يقبل خادم هيئة التحرير البلاغ ({ $status }). هو محفوظ هنا: انسخه أو أرسله بالبريد الإلكتروني.
report-storage-failed = لا يحفظ هذا المتصفح البيانات، فلا يمكن للبلاغ أن ينتظر هنا. انسخه أو نزّله.
report-retry-now = أرسل الآن
report-delete = حذف هذا البلاغ
report-waiting = { $count ->
    [zero] لا بلاغات تنتظر الإرسال
    [one] بلاغ واحد ينتظر الإرسال
    [two] بلاغان ينتظران الإرسال
    [few] { $count } بلاغات تنتظر الإرسال
    [many] { $count } بلاغًا ينتظر الإرسال
   *[other] { $count } بلاغ ينتظر الإرسال
}
report-draft-restored = هذا ما كتبته من قبل.
report-draft-discard = ابدأ من جديد
report-field-required = يرجى ملء هذا الحقل.
report-needs-text = يرجى كتابة تصويب أو تعليق.
report-email-wrong = لا يبدو هذا عنوان بريد إلكتروني.
report-no-receiver = لم يحدد هذا الموقع عنوانًا للبلاغات. يمكنك نسخ البلاغ أو تنزيله.
