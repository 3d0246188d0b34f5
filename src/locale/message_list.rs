//! What a list of messages becomes: the type of the messages, and their names.

macro_rules! messages {
    ($($variant:ident $name:literal,)*) => {
        /// A message of the user interface. Its words and placeholders stand in `messages/en.ftl`: [`Message::name`].
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
