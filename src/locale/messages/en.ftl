# English. The reference: a message's name, its meaning and its { $placeholders } are settled here.
#
# The file is Project Fluent (https://projectfluent.org), of which Broadsheet reads this much:
#   name = text with a { $placeholder }          one message, on one line
#   name = { $count ->                           one message that counts
#       [one] { $count } report                  a line for each form the language has
#      *[other] { $count } reports               the last one starts with *
#   }
# A form may also be an exact number: [1]. A space at an end is written { " " }.

## Around every page

skip-to-content = Skip to content
main-menu = Sections
breadcrumbs = You are here
front-page = Front page
editions = Languages
edition-read = Read in English
edition-stay = Stay in English
theme = Colours
theme-auto = As the system
theme-light = Light
theme-dark = Dark
notice = Notice
follow = Follow us
about-site = About this site
feed = Feed

## Numbers, lists, dates

list-two = { $before } and { $after }
list-middle = { $before }, { $after }
list-last = { $before } and { $after }
date = { $day } { $month } { $year }
time-of-day = { $hour }:{ $minute }
date-time = { $date }, { $time }
date-time-zone = { $date-time } ({ $zone })
date-time-long = { $weekday }, { $date-time } ({ $zone })
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
just-now = just now
minutes-ago = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
hours-ago = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
in-seconds = { $count ->
    [one] in { $count } second
   *[other] in { $count } seconds
}
in-minutes = { $count ->
    [one] in { $count } minute
   *[other] in { $count } minutes
}
in-hours = { $count ->
    [one] in { $count } hour
   *[other] in { $count } hours
}
updated = Updated { $date }
article-age = { $count ->
    [1] This article is more than a year old
    [one] This article is more than { $count } year old
   *[other] This article is more than { $count } years old
}
bytes = { $size } B
kilobytes = { $size } kB
megabytes = { $size } MB

## Who made the article. Written as the middle of a sentence; the first gets its capital by itself.

byline-join = { $before }, { $after }
byline-reporter = reporting by { $names }
byline-writer = writing by { $names }
byline-editor = editing by { $names }
byline-photographer = photographs by { $names }
byline-illustrator = illustration by { $names }
byline-translator = translation by { $names }
byline-videographer = video by { $names }
byline-producer = production by { $names }
byline-fact-checker = fact-checking by { $names }
byline-plain = by { $names }
byline-other = { $role }: { $names }

## In an article

untitled = Untitled
caption-prefix = Caption:
credit-prefix = Picture credit:
gallery = { $count ->
    [one] Gallery of { $count } picture
   *[other] Gallery of { $count } pictures
}
picture-unavailable = The picture could not be loaded.
viewer = Pictures of this article
viewer-open = Enlarge picture { $number }
viewer-place = { $number } of { $count }
viewer-previous = Previous picture
viewer-next = Next picture
viewer-zoom = Enlarge
viewer-close = Close
embed-watch = Watch on { $provider }
embed-listen = Listen on { $provider }
embed-open = Open on { $provider }
embed-region = Embedded from { $provider }
embed-note = If this is shown, { $provider } learns your address on the network and that you are on this site. It may set cookies.
embed-show = Show
embed-always = Always show embeds from { $provider }
embed-stop = Stop showing embeds from { $provider }
embed-skip = Skip past the embed
media-video = Video
media-audio = Audio
media-caption = Caption:
media-credit = Credit:
media-failed = This does not play here. Open the file
transcript = Transcript
external-link = (another site)
table-scroll = Table. Scroll sideways to see all of it.
related = Read next
subjects = Topics
people = People
corrections = Corrections
sources = { $count ->
    [one] Source: { $names }
   *[other] Sources: { $names }
}
reading-time = { $count ->
    [one] { $count } min read
   *[other] { $count } min read
}
contents = In this article
corrected = Corrected { $date }
corrected-undated = Corrected
article-tools = Article tools
share = Share
share-copy = Copy link
share-copied = Link copied.
share-failed = Copying did not work. This is the address: { $address }
share-email = E-mail
save = Save
saved = Saved articles
saved-here = They are kept in this browser and sent nowhere.
saved-none = You have saved no articles yet. The button “Save” is at the top of every article.
saved-script = This list is kept by a program in your browser. Please allow JavaScript for this site to see it.
saved-remove = Remove
saved-removed = The article is no longer in the list.
saved-export = Export the list
saved-full = There is no room left in this browser for more. Remove a saved article and try again.
saved-failed = This browser keeps no data for this site, so articles cannot be saved.
kept-here = Also kept in this browser
kept-read = Which articles you have read, so that you can be shown what has changed in them. Their text is not kept.
kept-forget = Forget what I have read
kept-forgotten = It is no longer kept.

## Search
search = Search
search-site = Search the site
search-words = Words to look for
search-find = Find
search-script = Searching takes a program in your browser. Please allow JavaScript for this site, or go on from one of the sections.
search-begin = Write a word or two: headlines, texts and names are searched. Or choose a section, an author or a year.
search-sections = Go on from a section
search-going = Searching…
search-found = { $count ->
    [one] { $count } article found
   *[other] { $count } articles found
}
search-meant = Did you mean “{ $words }”?
search-nothing = Nothing was found. Check the spelling, look for fewer words, or narrow it less.
search-nothing-yet = Nothing was found so far. Older articles may have it.
search-failed = The search could not be reached. Check your connection and try again.
search-section = Section
search-author = Author
search-year = Year
search-all = All
search-order = Order
search-best = Best match first
search-newest = Newest first
search-more = Show more
search-older = Search older articles ({ $years })
# An entry of a choice, and how many articles it stands for.
search-option = { $name } ({ $count })
text-size = Text size
text-small = Smaller text
text-normal = Normal text
text-large = Larger text
text-largest = Largest text
listen = Listen
listen-pause = Pause
listen-go-on = Go on
listen-stop = Stop
listen-failed = Your browser could not read this aloud.
newer-marked = What is new or changed is marked.
newer-hide = Hide the marks
newer-headline = The headline has changed.
newer-lead = The introduction has changed.
newer-removed = Something has been taken out.
newer-since = This article has changed since you read it on { $date }.
newer-since-show = Show what is new
newer-since-close = Close
change-new = New
change-changed = Changed

## Lists of articles

latest = Latest
more-stories = More stories
older = Older articles
newer = Newer articles
newest = The newest articles
pages = Pages
title-with-page = { $title }, page { $number }
no-articles = There are no articles here yet.
subsections = In this section
more-from = More from { $section }
article-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}

## Waiting and failing

loading = Loading…
retry = Try again
newer-version = There is a newer version of this article.
newer-show = Show it
newer-later = Later
go-to-front-page = Go to the front page
reload = Reload the page
failure-title = This page could not be shown
failure-details = Details: { $details }
not-found-title = Page not found
page-not-found = There is no page at this address. The address may be mistyped, or the page may have moved.
embargoed-title = Not published yet
embargoed = This article will be published on { $date }.
embargo-over = This article is about to appear. Try again in a few minutes.
withdrawn-title = Article not available
withdrawn = The newsroom has withdrawn this article, or has not published it.
offline = You seem to be offline. Check your connection and try again.
unreachable = The site could not be reached. Check your connection and try again.
timeout = The answer took too long. Try again in a minute.
server-error = The server answered with an error ({ $status }). Try again in a minute.
refused = The server does not let this page be read ({ $status }).
malformed-json = The file for this page is damaged: line { $line }, column { $column }. Try again later.
wrong-format = The file for this page is not in a format that this site can read.
site-unreadable = The settings of this site could not be read. Try again later.

## Reporting a mistake

report-open = Found a bug?
report-link = Report form
report-selection = Report a mistake here
report-title = Report a mistake
report-keyboard-hint = To report a mistake, select the words and press Ctrl+Enter.
report-selected-words = The words you selected
report-whole-page = You selected no words: the report is about the whole page.
report-too-long = { $count ->
    [one] Too long: at most { $count } character.
   *[other] Too long: at most { $count } characters.
}
report-kind = What is wrong?
report-kind-typo = A typing error
report-kind-fact = A wrong fact
report-kind-broken = Something does not work
report-kind-other = Something else
report-correction = How should it read?
report-comment = Comment
report-email = Your e-mail, if you would like an answer
report-email-hint = Only the newsroom will see it.
report-optional = optional
report-difference = What you changed
report-added = added:
report-removed = removed:
report-to-preview = Look before sending
report-preview = Your report
report-preview-note = Exactly this will be sent, and nothing else.
report-article = Article
report-version = Version
report-address = Address
report-send = Send
report-sending = Sending…
report-back = Back
report-cancel = Cancel
report-close = Close
report-copy = Copy the report
report-copied = Copied.
report-copy-failed = Copying did not work. Select the text and copy it yourself.
report-download = Download the report
report-by-email = Send by e-mail
report-email-subject = Mistake in “{ $headline }”
report-email-short = It does not all fit into this letter: copy the report, and paste it there.
report-sent = Thank you! The newsroom has your report.
report-stored = Your report is stored in this browser and will be sent when you are online.
report-retry = The report could not be sent. It is kept here, and will be sent again { $when }.
report-refused = The newsroom’s server did not accept the report ({ $status }). It is kept here: copy it or send it by e-mail.
report-storage-failed = This browser keeps no data, so the report cannot wait here. Copy it or download it.
report-retry-now = Send now
report-delete = Delete this report
report-waiting = { $count ->
    [one] { $count } report is waiting to be sent
   *[other] { $count } reports are waiting to be sent
}
report-draft-restored = Here is what you wrote before.
report-draft-discard = Start afresh
report-field-required = Please fill this in.
report-needs-text = Please write a correction or a comment.
report-email-wrong = This does not look like an e-mail address.
report-no-receiver = This site has set up no address for reports. You can copy the report or download it.
