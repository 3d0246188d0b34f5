# Русский. Имена и { $подстановки } — как в en.ftl; там же описан формат файла.
# Формы счёта: [one] 1, 21; [few] 2–4, 22; [many] 0, 5–20, 25; *[other] дроби.

## Вокруг каждой страницы

skip-to-content = Перейти к содержанию
main-menu = Рубрики
breadcrumbs = Вы здесь
front-page = Главная
editions = Языки
edition-read = Читать по-русски
edition-stay = Остаться на русском
theme = Оформление
theme-auto = Как в системе
theme-light = Светлое
theme-dark = Тёмное
notice = Объявление
follow = Подписывайтесь
about-site = О сайте
feed = RSS-лента

## Числа, перечни, даты

list-two = { $before } и { $after }
list-middle = { $before }, { $after }
list-last = { $before } и { $after }
date = { $day-padded } { $month } { $year }
time-of-day = { $hour }:{ $minute }
date-time = { $date }, { $time }
date-time-zone = { $date-time } ({ $zone })
date-time-long = { $weekday }, { $date-time } ({ $zone })
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье
just-now = только что
minutes-ago = { $count ->
    [one] { $count } минуту назад
    [few] { $count } минуты назад
    [many] { $count } минут назад
   *[other] { $count } минуты назад
}
hours-ago = { $count ->
    [one] { $count } час назад
    [few] { $count } часа назад
    [many] { $count } часов назад
   *[other] { $count } часа назад
}
in-seconds = { $count ->
    [one] через { $count } секунду
    [few] через { $count } секунды
    [many] через { $count } секунд
   *[other] через { $count } секунды
}
in-minutes = { $count ->
    [one] через { $count } минуту
    [few] через { $count } минуты
    [many] через { $count } минут
   *[other] через { $count } минуты
}
in-hours = { $count ->
    [one] через { $count } час
    [few] через { $count } часа
    [many] через { $count } часов
   *[other] через { $count } часа
}
updated = Обновлено { $date }
article-age = { $count ->
    [1] Эта статья опубликована больше года назад
    [one] Эта статья опубликована больше { $count } года назад
    [few] Эта статья опубликована больше { $count } лет назад
    [many] Эта статья опубликована больше { $count } лет назад
   *[other] Эта статья опубликована больше { $count } года назад
}
bytes = { $size } Б
kilobytes = { $size } КБ
megabytes = { $size } МБ

## Кто работал над статьёй. Имена не склоняются. Первая буква строки станет прописной сама.

byline-join = { $before }, { $after }
byline-reporter = репортаж: { $names }
byline-writer = текст: { $names }
byline-editor = редактура: { $names }
byline-photographer = фото: { $names }
byline-illustrator = иллюстрации: { $names }
byline-translator = перевод: { $names }
byline-videographer = видео: { $names }
byline-producer = продюсирование: { $names }
byline-fact-checker = проверка фактов: { $names }
byline-plain = текст: { $names }
byline-other = { $role }: { $names }

## В статье

untitled = Без заголовка
caption-prefix = Подпись:
credit-prefix = Автор изображения:
gallery = { $count ->
    [one] Галерея: { $count } изображение
    [few] Галерея: { $count } изображения
    [many] Галерея: { $count } изображений
   *[other] Галерея: { $count } изображения
}
picture-unavailable = Изображение не загрузилось.
viewer = Изображения из статьи
viewer-open = Увеличить изображение { $number }
viewer-place = { $number } из { $count }
viewer-previous = Предыдущее изображение
viewer-next = Следующее изображение
viewer-zoom = Увеличить
viewer-close = Закрыть
embed-watch = Смотреть: { $provider }
embed-listen = Слушать: { $provider }
embed-open = Открыть: { $provider }
embed-region = Вставка: { $provider }
embed-note = Если показать вставку, { $provider } узнает ваш сетевой адрес и то, что вы на этом сайте, и может сохранить в браузере файлы cookie.
embed-show = Показать
embed-always = Всегда показывать: { $provider }
embed-stop = Больше не показывать: { $provider }
embed-skip = Пропустить вставку
media-video = Видео
media-audio = Аудио
media-caption = Подпись:
media-credit = Автор:
media-failed = Здесь это не воспроизводится. Открыть файл
transcript = Расшифровка
external-link = (другой сайт)
table-scroll = Таблица. Прокрутите вбок, чтобы увидеть её целиком.
related = Читайте также
subjects = Темы
people = Люди
corrections = Исправления
sources = { $count ->
    [one] Источник: { $names }
    [few] Источники: { $names }
    [many] Источники: { $names }
   *[other] Источники: { $names }
}
reading-time = { $count ->
    [one] { $count } минута чтения
    [few] { $count } минуты чтения
    [many] { $count } минут чтения
   *[other] { $count } минуты чтения
}
contents = В этой статье
corrected = Исправлено { $date }
corrected-undated = Исправлено
article-tools = Действия со статьёй
share = Поделиться
share-copy = Скопировать ссылку
share-copied = Ссылка скопирована.
share-failed = Скопировать не удалось. Вот адрес: { $address }
share-email = Электронная почта
save = Сохранить
saved = Сохранённые статьи
saved-here = Список хранится только в этом браузере и никуда не отправляется.
saved-none = Вы ещё не сохранили ни одной статьи. Кнопка «Сохранить» есть в начале каждой статьи.
saved-script = Этот список хранит программа в вашем браузере. Чтобы его увидеть, разрешите сайту JavaScript.
saved-remove = Убрать
saved-removed = Статья убрана из списка.
saved-export = Скачать список
saved-full = В браузере больше нет места для этого сайта. Уберите одну из сохранённых статей и попробуйте ещё раз.
saved-failed = Браузер не хранит данные этого сайта, поэтому сохранять статьи нельзя.
kept-here = Ещё в этом браузере хранится
kept-read = Какие статьи вы читали, чтобы показать, что в них изменилось. Их текст не хранится.
kept-forget = Забыть прочитанное
kept-forgotten = Больше не хранится.

## Поиск
search = Поиск
search-site = Поиск по сайту
search-words = Что искать
search-find = Найти
search-script = Искать помогает программа в вашем браузере. Разрешите сайту JavaScript или начните с одной из рубрик.
search-begin = Введите одно или несколько слов: поиск идёт по заголовкам, текстам и именам. Или выберите рубрику, автора или год.
search-sections = Начать с рубрики
search-going = Идёт поиск…
search-found = { $count ->
    [one] Найдена { $count } статья
    [few] Найдено { $count } статьи
    [many] Найдено { $count } статей
   *[other] Найдено { $count } статьи
}
search-meant = Может быть, «{ $words }»?
search-nothing = Ничего не нашлось. Проверьте, нет ли опечатки, сократите запрос или снимите часть условий.
search-nothing-yet = Пока ничего не нашлось. Возможно, найдётся в более ранних статьях.
search-failed = Поиск не отвечает. Проверьте соединение и попробуйте ещё раз.
search-section = Рубрика
search-author = Автор
search-year = Год
search-all = Все
search-order = Порядок
search-best = Сначала подходящие
search-newest = Сначала новые
search-more = Показать ещё
search-older = Искать в более ранних статьях ({ $years })
search-option = { $name } ({ $count })
text-size = Размер текста
text-small = Мелкий текст
text-normal = Обычный текст
text-large = Крупный текст
text-largest = Самый крупный
listen = Слушать
listen-pause = Пауза
listen-go-on = Продолжить
listen-stop = Остановить
listen-failed = Браузеру не удалось прочитать это вслух.
newer-marked = Новое и изменённое отмечено.
newer-hide = Скрыть отметки
newer-headline = Заголовок изменён.
newer-lead = Вступление изменено.
newer-removed = Часть текста убрана.
newer-since = Статья изменилась с тех пор, как вы её читали ({ $date }).
newer-since-show = Показать новое
newer-since-close = Закрыть
change-new = Новое
change-changed = Изменено

## Списки статей

latest = Последние материалы
more-stories = Другие материалы
older = Более ранние
newer = Более поздние
newest = Самые новые
pages = Страницы
title-with-page = { $title }, страница { $number }
no-articles = Здесь пока нет статей.
subsections = В этой рубрике
more-from = Ещё в рубрике «{ $section }»
article-count = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
    [many] { $count } статей
   *[other] { $count } статьи
}

## Ожидание и сбои

loading = Загружаем…
retry = Попробовать ещё раз
newer-version = Есть более новая версия этой статьи.
newer-show = Показать
newer-later = Позже
go-to-front-page = Перейти на главную
reload = Обновить страницу
failure-title = Не удалось показать страницу
failure-details = Подробности: { $details }
not-found-title = Страница не найдена
page-not-found = По этому адресу ничего нет. Возможно, в адресе опечатка или страница переехала.
embargoed-title = Ещё не опубликовано
embargoed = Дата и время публикации этой статьи: { $date }.
embargo-over = Статья вот-вот появится. Попробуйте ещё раз через несколько минут.
withdrawn-title = Статья недоступна
withdrawn = Редакция сняла эту статью с публикации или не публиковала её.
offline = Похоже, нет подключения к интернету. Проверьте связь и попробуйте ещё раз.
unreachable = Не удалось связаться с сайтом. Проверьте связь и попробуйте ещё раз.
timeout = Сервер слишком долго не отвечает. Попробуйте ещё раз через минуту.
server-error = Сервер ответил ошибкой ({ $status }). Попробуйте ещё раз через минуту.
refused = Сервер не разрешает читать эту страницу ({ $status }).
malformed-json = Файл этой страницы повреждён: строка { $line }, позиция { $column }. Попробуйте позже.
wrong-format = Файл этой страницы записан в формате, который сайт не умеет читать.
site-unreadable = Не удалось прочитать настройки сайта. Попробуйте позже.

## Сообщение об ошибке

report-open = Нашли ошибку?
report-link = Форма сообщения об ошибке
report-selection = Сообщить об ошибке здесь
report-title = Сообщить об ошибке
report-keyboard-hint = Чтобы сообщить об ошибке, выделите слова и нажмите Ctrl+Enter.
report-selected-words = Выделенные слова
report-whole-page = Вы ничего не выделили: сообщение будет обо всей странице.
report-too-long = { $count ->
    [one] Слишком длинно: можно не больше { $count } знака.
    [few] Слишком длинно: можно не больше { $count } знаков.
    [many] Слишком длинно: можно не больше { $count } знаков.
   *[other] Слишком длинно: можно не больше { $count } знака.
}
report-kind = Что не так?
report-kind-typo = Опечатка
report-kind-fact = Фактическая ошибка
report-kind-broken = Что-то не работает
report-kind-other = Другое
report-correction = Как правильно?
report-comment = Комментарий
report-email = Ваша почта, если хотите получить ответ
report-email-hint = Адрес увидит только редакция.
report-optional = необязательно
report-difference = Что вы изменили
report-added = добавлено:
report-removed = удалено:
report-to-preview = Проверить перед отправкой
report-preview = Ваше сообщение
report-preview-note = Будет отправлено только то, что показано здесь.
report-article = Статья
report-version = Версия
report-address = Адрес
report-send = Отправить
report-sending = Отправляем…
report-back = Назад
report-cancel = Отмена
report-close = Закрыть
report-copy = Скопировать сообщение
report-copied = Скопировано.
report-copy-failed = Скопировать не удалось. Выделите текст и скопируйте его вручную.
report-download = Скачать сообщение
report-by-email = Отправить по почте
report-email-subject = Ошибка в материале «{ $headline }»
report-email-short = В это письмо всё не поместится: скопируйте сообщение и вставьте его туда.
report-sent = Спасибо! Редакция получила ваше сообщение.
report-stored = Сообщение сохранено в этом браузере и уйдёт, когда появится интернет.
report-retry = Отправить не удалось. Сообщение сохранено; следующая попытка — { $when }.
report-refused = Сервер редакции не принял сообщение ({ $status }). Оно сохранено: скопируйте его или отправьте по почте.
report-storage-failed = Браузер не сохраняет данные, поэтому сообщение не может ждать отправки. Скопируйте его или скачайте.
report-retry-now = Отправить сейчас
report-delete = Удалить это сообщение
report-waiting = { $count ->
    [one] { $count } сообщение ждёт отправки
    [few] { $count } сообщения ждут отправки
    [many] { $count } сообщений ждут отправки
   *[other] { $count } сообщения ждут отправки
}
report-draft-restored = Здесь то, что вы написали раньше.
report-draft-discard = Начать заново
report-field-required = Здесь нужен ответ.
report-needs-text = Напишите, как правильно, или оставьте комментарий.
report-email-wrong = Это не похоже на адрес электронной почты.
report-no-receiver = На сайте не указано, куда отправлять сообщения. Сообщение можно скопировать или скачать.
