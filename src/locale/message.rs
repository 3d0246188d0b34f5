//! The messages of the user interface, by name.

macro_rules! messages {
    ($($variant:ident $name:literal,)*) => {
        /// A message of the user interface. What it says, and its placeholders, stand in
        /// `messages/en.ftl` under its name: [`Message::name`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Message {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Message {
            /// Every message, in the order of the message files.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its name in the message files and in an edition's own messages.
            pub const fn name(self) -> &'static str {
                NAMES[self as usize]
            }
        }

        const NAMES: &[&str] = &[$($name,)*];
    };
}

messages! {
    // Around every page
    SkipToContent "skip-to-content",
    MainMenu "main-menu",
    Breadcrumbs "breadcrumbs",
    FrontPage "front-page",
    Editions "editions",
    EditionRead "edition-read",
    EditionStay "edition-stay",
    Theme "theme",
    ThemeAuto "theme-auto",
    ThemeLight "theme-light",
    ThemeDark "theme-dark",
    Notice "notice",
    Follow "follow",
    AboutSite "about-site",
    Feed "feed",

    // Numbers, lists, dates
    ListTwo "list-two",
    ListMiddle "list-middle",
    ListLast "list-last",
    Date "date",
    TimeOfDay "time-of-day",
    DateTime "date-time",
    DateTimeZone "date-time-zone",
    DateTimeLong "date-time-long",
    Month1 "month-1",
    Month2 "month-2",
    Month3 "month-3",
    Month4 "month-4",
    Month5 "month-5",
    Month6 "month-6",
    Month7 "month-7",
    Month8 "month-8",
    Month9 "month-9",
    Month10 "month-10",
    Month11 "month-11",
    Month12 "month-12",
    Weekday1 "weekday-1",
    Weekday2 "weekday-2",
    Weekday3 "weekday-3",
    Weekday4 "weekday-4",
    Weekday5 "weekday-5",
    Weekday6 "weekday-6",
    Weekday7 "weekday-7",
    JustNow "just-now",
    MinutesAgo "minutes-ago",
    HoursAgo "hours-ago",
    InSeconds "in-seconds",
    InMinutes "in-minutes",
    InHours "in-hours",
    Updated "updated",
    ArticleAge "article-age",
    Bytes "bytes",
    Kilobytes "kilobytes",
    Megabytes "megabytes",

    // Who made the article
    BylineJoin "byline-join",
    BylineReporter "byline-reporter",
    BylineWriter "byline-writer",
    BylineEditor "byline-editor",
    BylinePhotographer "byline-photographer",
    BylineIllustrator "byline-illustrator",
    BylineTranslator "byline-translator",
    BylineVideographer "byline-videographer",
    BylineProducer "byline-producer",
    BylineFactChecker "byline-fact-checker",
    BylinePlain "byline-plain",
    BylineOther "byline-other",

    // In an article
    Untitled "untitled",
    CaptionPrefix "caption-prefix",
    CreditPrefix "credit-prefix",
    Gallery "gallery",
    PictureUnavailable "picture-unavailable",
    Viewer "viewer",
    ViewerOpen "viewer-open",
    ViewerPlace "viewer-place",
    ViewerPrevious "viewer-previous",
    ViewerNext "viewer-next",
    ViewerZoom "viewer-zoom",
    ViewerClose "viewer-close",
    EmbedWatch "embed-watch",
    EmbedListen "embed-listen",
    EmbedOpen "embed-open",
    EmbedRegion "embed-region",
    EmbedNote "embed-note",
    EmbedShow "embed-show",
    EmbedAlways "embed-always",
    EmbedStop "embed-stop",
    EmbedSkip "embed-skip",
    MediaVideo "media-video",
    MediaAudio "media-audio",
    MediaCaption "media-caption",
    MediaCredit "media-credit",
    Transcript "transcript",
    ExternalLink "external-link",
    TableScroll "table-scroll",
    Related "related",
    Subjects "subjects",
    Corrections "corrections",
    Sources "sources",
    ReadingTime "reading-time",
    Contents "contents",
    Corrected "corrected",
    CorrectedUndated "corrected-undated",
    ArticleTools "article-tools",
    Share "share",
    ShareCopy "share-copy",
    ShareCopied "share-copied",
    ShareFailed "share-failed",
    ShareEmail "share-email",
    Save "save",
    Saved "saved",
    SavedHere "saved-here",
    SavedNone "saved-none",
    SavedScript "saved-script",
    SavedRemove "saved-remove",
    SavedRemoved "saved-removed",
    SavedExport "saved-export",
    SavedFull "saved-full",
    SavedFailed "saved-failed",

    // Search
    Search "search",
    SearchSite "search-site",
    SearchWords "search-words",
    SearchFind "search-find",
    SearchScript "search-script",
    SearchBegin "search-begin",
    SearchSections "search-sections",
    SearchGoing "search-going",
    SearchFound "search-found",
    SearchNothing "search-nothing",
    SearchFailed "search-failed",
    SearchSection "search-section",
    SearchAuthor "search-author",
    SearchYear "search-year",
    SearchAll "search-all",
    SearchOrder "search-order",
    SearchBest "search-best",
    SearchNewest "search-newest",
    SearchMore "search-more",
    SearchOption "search-option",
    TextSize "text-size",
    TextSmall "text-small",
    TextNormal "text-normal",
    TextLarge "text-large",
    TextLargest "text-largest",
    Listen "listen",
    ListenPause "listen-pause",
    ListenGoOn "listen-go-on",
    ListenStop "listen-stop",
    NewerMarked "newer-marked",
    NewerHide "newer-hide",
    ChangeNew "change-new",
    ChangeChanged "change-changed",

    // Lists of articles
    Latest "latest",
    MoreStories "more-stories",
    Older "older",
    Newer "newer",
    Newest "newest",
    Pages "pages",
    TitleWithPage "title-with-page",
    NoArticles "no-articles",
    Subsections "subsections",
    MoreFrom "more-from",
    ArticleCount "article-count",

    // Waiting and failing
    Loading "loading",
    Retry "retry",
    NewerVersion "newer-version",
    NewerShow "newer-show",
    GoToFrontPage "go-to-front-page",
    Reload "reload",
    FailureTitle "failure-title",
    FailureDetails "failure-details",
    NotFoundTitle "not-found-title",
    PageNotFound "page-not-found",
    EmbargoedTitle "embargoed-title",
    Embargoed "embargoed",
    EmbargoOver "embargo-over",
    WithdrawnTitle "withdrawn-title",
    Withdrawn "withdrawn",
    Offline "offline",
    Unreachable "unreachable",
    Timeout "timeout",
    ServerError "server-error",
    Refused "refused",
    MalformedJson "malformed-json",
    WrongFormat "wrong-format",
    SiteUnreadable "site-unreadable",

    // Reporting a mistake
    ReportOpen "report-open",
    ReportLink "report-link",
    ReportSelection "report-selection",
    ReportTitle "report-title",
    ReportKeyboardHint "report-keyboard-hint",
    ReportSelectedWords "report-selected-words",
    ReportWholePage "report-whole-page",
    ReportTooLong "report-too-long",
    ReportKind "report-kind",
    ReportKindTypo "report-kind-typo",
    ReportKindFact "report-kind-fact",
    ReportKindBroken "report-kind-broken",
    ReportKindOther "report-kind-other",
    ReportCorrection "report-correction",
    ReportComment "report-comment",
    ReportEmail "report-email",
    ReportEmailHint "report-email-hint",
    ReportOptional "report-optional",
    ReportDifference "report-difference",
    ReportAdded "report-added",
    ReportRemoved "report-removed",
    ReportToPreview "report-to-preview",
    ReportPreview "report-preview",
    ReportPreviewNote "report-preview-note",
    ReportArticle "report-article",
    ReportVersion "report-version",
    ReportAddress "report-address",
    ReportSend "report-send",
    ReportSending "report-sending",
    ReportBack "report-back",
    ReportCancel "report-cancel",
    ReportClose "report-close",
    ReportCopy "report-copy",
    ReportCopied "report-copied",
    ReportCopyFailed "report-copy-failed",
    ReportDownload "report-download",
    ReportByEmail "report-by-email",
    ReportEmailSubject "report-email-subject",
    ReportSent "report-sent",
    ReportStored "report-stored",
    ReportRetry "report-retry",
    ReportRefused "report-refused",
    ReportStorageFailed "report-storage-failed",
    ReportRetryNow "report-retry-now",
    ReportDelete "report-delete",
    ReportWaiting "report-waiting",
    ReportDraftRestored "report-draft-restored",
    ReportDraftDiscard "report-draft-discard",
    ReportFieldRequired "report-field-required",
    ReportNeedsText "report-needs-text",
    ReportEmailWrong "report-email-wrong",
    ReportNoReceiver "report-no-receiver",
}

impl Message {
    /// The message of that name.
    pub fn parse(name: &str) -> Option<Self> {
        let index = NAMES.iter().position(|known| *known == name)?;
        Self::ALL.get(index).copied()
    }

    /// The name of a month, 1 to 12.
    pub(super) fn month(month: u8) -> Self {
        const MONTHS: [Message; 12] = [
            Message::Month1,
            Message::Month2,
            Message::Month3,
            Message::Month4,
            Message::Month5,
            Message::Month6,
            Message::Month7,
            Message::Month8,
            Message::Month9,
            Message::Month10,
            Message::Month11,
            Message::Month12,
        ];
        MONTHS[usize::from(month.clamp(1, 12) - 1)]
    }

    /// The name of a weekday, counted from Monday, 0 to 6.
    pub(super) fn weekday(days_after_monday: u8) -> Self {
        const WEEKDAYS: [Message; 7] = [
            Message::Weekday1,
            Message::Weekday2,
            Message::Weekday3,
            Message::Weekday4,
            Message::Weekday5,
            Message::Weekday6,
            Message::Weekday7,
        ];
        WEEKDAYS[usize::from(days_after_monday % 7)]
    }
}
