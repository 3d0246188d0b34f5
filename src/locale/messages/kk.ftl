# Қазақша. Атаулар мен { $орындар } en.ftl файлындағыдай; файл пішімі де сонда түсіндірілген.

## Әр беттің айналасы

skip-to-content = Мазмұнға өту
main-menu = Айдарлар
breadcrumbs = Сіз осындасыз
front-page = Басты бет
editions = Тілдер
edition-read = Қазақша оқу
edition-stay = Қазақша оқи беру
theme = Түстер
theme-auto = Жүйедегідей
theme-light = Ашық
theme-dark = Күңгірт
notice = Хабарландыру
follow = Бізге жазылыңыз
about-site = Сайт туралы
feed = Жаңалықтар таспасы

## Сандар, тізбелер, күндер

list-two = { $before } және { $after }
list-middle = { $before }, { $after }
list-last = { $before } және { $after }
date = { $day-padded } { $month } { $year }
time-of-day = { $hour }:{ $minute }
date-time = { $date }, { $time }
date-time-zone = { $date-time } ({ $zone })
date-time-long = { $weekday }, { $date-time } ({ $zone })
month-1 = қаңтар
month-2 = ақпан
month-3 = наурыз
month-4 = сәуір
month-5 = мамыр
month-6 = маусым
month-7 = шілде
month-8 = тамыз
month-9 = қыркүйек
month-10 = қазан
month-11 = қараша
month-12 = желтоқсан
weekday-1 = дүйсенбі
weekday-2 = сейсенбі
weekday-3 = сәрсенбі
weekday-4 = бейсенбі
weekday-5 = жұма
weekday-6 = сенбі
weekday-7 = жексенбі
just-now = жаңа ғана
minutes-ago = { $count ->
    [one] { $count } минут бұрын
   *[other] { $count } минут бұрын
}
hours-ago = { $count ->
    [one] { $count } сағат бұрын
   *[other] { $count } сағат бұрын
}
in-seconds = { $count ->
    [one] { $count } секундтан кейін
   *[other] { $count } секундтан кейін
}
in-minutes = { $count ->
    [one] { $count } минуттан кейін
   *[other] { $count } минуттан кейін
}
in-hours = { $count ->
    [one] { $count } сағаттан кейін
   *[other] { $count } сағаттан кейін
}
updated = Жаңартылған уақыты: { $date }
article-age = { $count ->
    [1] Бұл мақаланың жарияланғанына бір жылдан асты
    [one] Бұл мақаланың жарияланғанына { $count } жылдан асты
   *[other] Бұл мақаланың жарияланғанына { $count } жылдан асты
}
bytes = { $size } Б
kilobytes = { $size } КБ
megabytes = { $size } МБ

## Мақаламен кім жұмыс істеді. Есімдер септелмейді. Жолдың бірінші әрпі өзі бас әріпке айналады.

byline-join = { $before }, { $after }
byline-reporter = репортаж: { $names }
byline-writer = мәтін: { $names }
byline-editor = редактор: { $names }
byline-photographer = фото: { $names }
byline-illustrator = сурет: { $names }
byline-translator = аударма: { $names }
byline-videographer = видео: { $names }
byline-producer = продюсер: { $names }
byline-fact-checker = деректерді тексерген: { $names }
byline-plain = мәтін: { $names }
byline-other = { $role }: { $names }

## Мақалада

untitled = Тақырыпсыз
caption-prefix = Сурет түсіндірмесі:
credit-prefix = Сурет авторы:
gallery = { $count ->
    [one] Галерея: { $count } сурет
   *[other] Галерея: { $count } сурет
}
picture-unavailable = Сурет жүктелмеді.
viewer = Мақаладағы суреттер
viewer-open = { $number }-суретті үлкейту
viewer-place = { $number } / { $count }
viewer-previous = Алдыңғы сурет
viewer-next = Келесі сурет
viewer-zoom = Үлкейту
viewer-close = Жабу
embed-watch = { $provider } сайтында көру
embed-listen = { $provider } сайтында тыңдау
embed-open = { $provider } сайтында ашу
embed-region = Кірістірме: { $provider }
embed-note = Көрсетілсе, { $provider } желідегі мекенжайыңызды және осы сайтта отырғаныңызды біледі, cookie файлдарын сақтауы мүмкін.
embed-show = Көрсету
embed-always = { $provider } әрдайым көрсетілсін
embed-stop = { $provider } енді көрсетілмесін
embed-skip = Кірістірмеден өтіп кету
media-video = Бейнежазба
media-audio = Аудиожазба
media-caption = Түсіндірме:
media-credit = Авторы:
media-failed = Мұнда ойнатылмайды. Файлды ашу
transcript = Жазбаның мәтіні
external-link = (басқа сайт)
table-scroll = Кесте. Толық көру үшін көлденең жылжытыңыз.
related = Тағы оқыңыз
subjects = Тақырыптар
people = Адамдар
corrections = Түзетулер
sources = { $count ->
    [one] Дереккөз: { $names }
   *[other] Дереккөздер: { $names }
}
reading-time = { $count ->
    [one] Оқуға { $count } минут
   *[other] Оқуға { $count } минут
}
contents = Мақала бөлімдері
corrected = Түзетілген күні: { $date }
corrected-undated = Түзетілді
article-tools = Мақалаға қатысты әрекеттер
share = Бөлісу
share-copy = Сілтемені көшіру
share-copied = Сілтеме көшірілді.
share-failed = Көшіру мүмкін болмады. Мекенжайы: { $address }
share-email = Электрондық пошта
save = Сақтау
saved = Сақталған мақалалар
saved-here = Тізім тек осы браузерде сақталады, ешқайда жіберілмейді.
saved-none = Сіз әлі ешбір мақаланы сақтаған жоқсыз. «Сақтау» түймесі әр мақаланың басында тұр.
saved-script = Бұл тізімді браузеріңіздегі бағдарлама сақтайды. Оны көру үшін сайтқа JavaScript қолдануға рұқсат беріңіз.
saved-remove = Алып тастау
saved-removed = Мақала тізімнен алынды.
saved-export = Тізімді жүктеп алу
saved-full = Браузерде бұл сайт үшін орын қалмады. Сақталған мақалалардың бірін алып тастап, қайталап көріңіз.
saved-failed = Браузер бұл сайттың деректерін сақтамайды, сондықтан мақалаларды сақтау мүмкін емес.
kept-here = Осы браузерде тағы не сақталады
kept-read = Қай мақалаларды оқығаныңыз: оларда не өзгергенін көрсету үшін. Мәтіні сақталмайды.
kept-forget = Оқығанымды ұмыту
kept-forgotten = Енді сақталмайды.

## Іздеу
search = Іздеу
search-site = Сайттан іздеу
search-words = Іздейтін сөз
search-find = Табу
search-script = Іздеу үшін браузеріңізде бағдарлама жұмыс істеуі керек. Сайтқа JavaScript қолдануға рұқсат беріңіз немесе айдарлардың бірін ашыңыз.
search-begin = Бір-екі сөз жазыңыз: іздеу тақырыптар, мәтіндер және есімдер бойынша жүреді. Немесе айдарды, авторды не жылды таңдаңыз.
search-sections = Айдарларды ашу
search-going = Ізделуде…
search-found = { $count ->
    [one] { $count } мақала табылды
   *[other] { $count } мақала табылды
}
search-meant = «{ $words }» деп іздегіңіз келді ме?
search-nothing = Ештеңе табылмады. Сөздің дұрыс жазылғанын тексеріңіз, сұрауды қысқартыңыз немесе шарттарды азайтыңыз.
search-nothing-yet = Әзірге ештеңе табылмады. Бұрынғы мақалаларда болуы мүмкін.
search-failed = Іздеу жауап бермеді. Байланысты тексеріп, қайталап көріңіз.
search-section = Айдар
search-author = Автор
search-year = Жыл
search-all = Барлығы
search-order = Реті
search-best = Алдымен ең сәйкесі
search-newest = Алдымен жаңасы
search-more = Тағы көрсету
search-older = Бұрынғы мақалалардан іздеу ({ $years })
search-option = { $name } ({ $count })
text-size = Мәтін өлшемі
text-small = Ұсақ мәтін
text-normal = Қалыпты мәтін
text-large = Ірі мәтін
text-largest = Ең ірі мәтін
listen = Тыңдау
listen-pause = Кідірту
listen-go-on = Жалғастыру
listen-stop = Тоқтату
listen-failed = Браузер мұны дауыстап оқи алмады.
newer-marked = Жаңа және өзгерген жерлер белгіленді.
newer-hide = Белгілерді жасыру
newer-headline = Тақырып өзгерді.
newer-lead = Кіріспе өзгерді.
newer-removed = Мәтіннің бір бөлігі алынды.
newer-since = Мақала сіз оқығаннан бері өзгерді ({ $date }).
newer-since-show = Жаңасын көрсету
newer-since-close = Жабу
change-new = Жаңа
change-changed = Өзгерді

## Мақалалар тізімі

latest = Соңғы жаңалықтар
more-stories = Басқа материалдар
older = Бұрынғырақ мақалалар
newer = Кейінгірек мақалалар
newest = Ең жаңа мақалалар
pages = Беттер
title-with-page = { $title }, { $number }-бет
no-articles = Мұнда әзірге мақала жоқ.
subsections = Осы айдарда
more-from = «{ $section }» айдарынан тағы
article-count = { $count ->
    [one] { $count } мақала
   *[other] { $count } мақала
}

## Күту және ақаулар

loading = Жүктелуде…
retry = Қайталап көру
newer-version = Бұл мақаланың жаңа нұсқасы бар.
newer-show = Көрсету
newer-later = Кейінірек
go-to-front-page = Басты бетке өту
reload = Бетті жаңарту
failure-title = Бетті көрсету мүмкін болмады
failure-details = Толығырақ: { $details }
not-found-title = Бет табылмады
page-not-found = Бұл мекенжайда ештеңе жоқ. Мекенжай қате терілген немесе бет басқа жерге көшкен болуы мүмкін.
embargoed-title = Әлі жарияланған жоқ
embargoed = Бұл мақаланың жарияланатын уақыты: { $date }.
embargo-over = Мақала жақында шығады. Бірнеше минуттан кейін қайталап көріңіз.
withdrawn-title = Мақала қолжетімсіз
withdrawn = Редакция бұл мақаланы жариядан алып тастаған немесе жарияламаған.
offline = Интернет байланысы жоқ сияқты. Байланысты тексеріп, қайталап көріңіз.
unreachable = Сайтпен байланысу мүмкін болмады. Байланысты тексеріп, қайталап көріңіз.
timeout = Жауап тым ұзақ күттірді. Бір минуттан кейін қайталап көріңіз.
server-error = Сервер қате қайтарды ({ $status }). Бір минуттан кейін қайталап көріңіз.
refused = Сервер бұл бетті оқуға рұқсат бермейді ({ $status }).
malformed-json = Бұл беттің файлы бүлінген: { $line }-жол, { $column }-таңба. Кейінірек қайталап көріңіз.
wrong-format = Бұл беттің файлы сайт оқи алмайтын пішімде жазылған.
site-unreadable = Сайттың баптауларын оқу мүмкін болмады. Кейінірек қайталап көріңіз.

## Қате туралы хабарлау

report-open = Қате таптыңыз ба?
report-link = Қате туралы хабарлау нысаны
report-selection = Осы жердегі қате туралы хабарлау
report-title = Қате туралы хабарлау
report-keyboard-hint = Қате туралы хабарлау үшін сөздерді белгілеп, Ctrl+Enter басыңыз.
report-selected-words = Сіз белгілеген сөздер
report-whole-page = Сіз ештеңе белгілемедіңіз: хабарлама бүкіл бетке қатысты болады.
report-too-long = { $count ->
    [one] Тым ұзын: ең көбі { $count } таңба.
   *[other] Тым ұзын: ең көбі { $count } таңба.
}
report-kind = Не дұрыс емес?
report-kind-typo = Әріп қатесі
report-kind-fact = Дерек қате
report-kind-broken = Бірдеңе жұмыс істемейді
report-kind-other = Басқа
report-correction = Дұрысы қалай?
report-comment = Пікір
report-email = Жауап алғыңыз келсе, электрондық поштаңыз
report-email-hint = Оны тек редакция көреді.
report-optional = міндетті емес
report-difference = Сіз енгізген өзгеріс
report-added = қосылды:
report-removed = алынды:
report-to-preview = Жіберер алдында тексеру
report-preview = Сіздің хабарламаңыз
report-preview-note = Тек осы жерде көрсетілген мәлімет жіберіледі.
report-article = Мақала
report-version = Нұсқа
report-address = Мекенжай
report-send = Жіберу
report-sending = Жіберілуде…
report-back = Артқа
report-cancel = Бас тарту
report-close = Жабу
report-copy = Хабарламаны көшіру
report-copied = Көшірілді.
report-copy-failed = Көшіру мүмкін болмады. Мәтінді белгілеп, өзіңіз көшіріңіз.
report-download = Хабарламаны жүктеп алу
report-by-email = Поштамен жіберу
report-email-subject = «{ $headline }» материалындағы қате
report-email-short = Бұл хатқа бәрі сыймайды: хабарламаны көшіріп, сонда қойыңыз.
report-sent = Рақмет! Редакция хабарламаңызды алды.
report-stored = Хабарламаңыз осы браузерде сақталды, интернет қосылғанда жіберіледі.
report-retry = Хабарлама жіберілмеді. Ол сақталды, { $when } қайта жіберіледі.
report-refused = Редакция сервері хабарламаны қабылдамады ({ $status }). Ол сақталды: көшіріп алыңыз немесе поштамен жіберіңіз.
report-storage-failed = Браузер деректерді сақтамайды, сондықтан хабарлама мұнда күте алмайды. Оны көшіріп немесе жүктеп алыңыз.
report-retry-now = Қазір жіберу
report-delete = Бұл хабарламаны жою
report-waiting = { $count ->
    [one] { $count } хабарлама жіберуді күтіп тұр
   *[other] { $count } хабарлама жіберуді күтіп тұр
}
report-draft-restored = Бұл — бұрын жазғаныңыз.
report-draft-discard = Басынан бастау
report-field-required = Мұнда жауап керек.
report-needs-text = Дұрысын жазыңыз немесе пікір қалдырыңыз.
report-email-wrong = Бұл электрондық пошта мекенжайына ұқсамайды.
report-no-receiver = Сайтта хабарлама қайда жіберілетіні көрсетілмеген. Хабарламаны көшіріп немесе жүктеп алуға болады.
