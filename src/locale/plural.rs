//! Plural categories of whole numbers, after the Unicode CLDR.

/// The form a language uses for a number of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// No things, where that has a form of its own.
    Zero,
    /// One thing, and in Russian 21, 31 …
    One,
    /// Two things, where that has a form of its own.
    Two,
    /// A few: in Russian 2 to 4, in Arabic 3 to 10.
    Few,
    /// Many: in Russian 5 to 20, in Arabic 11 to 99.
    Many,
    /// Everything else; every language has it.
    Other,
}

/// How a language chooses the category of a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralRule {
    /// One, and everything else: English, Kazakh.
    OneOther,
    /// By the last digits: Russian, Ukrainian.
    EastSlavic,
    /// Six categories: Arabic.
    Arabic,
}

impl Category {
    /// The category of that name in a message file.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "zero" => Self::Zero,
            "one" => Self::One,
            "two" => Self::Two,
            "few" => Self::Few,
            "many" => Self::Many,
            "other" => Self::Other,
            _ => return None,
        })
    }
}

impl PluralRule {
    /// The category of `count`.
    pub fn category(self, count: u64) -> Category {
        let (units, hundredths) = (count % 10, count % 100);
        match self {
            Self::OneOther if count == 1 => Category::One,
            Self::OneOther => Category::Other,
            Self::EastSlavic => match (units, hundredths) {
                (_, 11..=14) => Category::Many,
                (1, _) => Category::One,
                (2..=4, _) => Category::Few,
                _ => Category::Many,
            },
            Self::Arabic => match (count, hundredths) {
                (0, _) => Category::Zero,
                (1, _) => Category::One,
                (2, _) => Category::Two,
                (_, 3..=10) => Category::Few,
                (_, 11..=99) => Category::Many,
                _ => Category::Other,
            },
        }
    }

    /// The categories a message in such a language needs a form for.
    pub fn categories(self) -> &'static [Category] {
        use Category::{Few, Many, One, Other, Two, Zero};
        match self {
            Self::OneOther => &[One, Other],
            Self::EastSlavic => &[One, Few, Many, Other],
            Self::Arabic => &[Zero, One, Two, Few, Many, Other],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Category::{Few, Many, One, Other, Two, Zero};

    #[test]
    fn numbers_fall_into_the_categories_of_the_cldr() {
        let numbers = [0, 1, 2, 3, 5, 10, 11, 14, 21, 22, 25, 99, 100, 101, 102, 103, 111, 112, 121, 1000];
        let categories = |rule: PluralRule| numbers.map(|number| rule.category(number));
        assert_eq!(
            categories(PluralRule::OneOther),
            numbers.map(|number| if number == 1 { One } else { Other })
        );
        assert_eq!(
            categories(PluralRule::EastSlavic),
            [
                Many, One, Few, Few, Many, Many, Many, Many, One, Few, Many, Many, Many, One, Few, Few, Many,
                Many, One, Many
            ]
        );
        assert_eq!(
            categories(PluralRule::Arabic),
            [
                Zero, One, Two, Few, Few, Few, Many, Many, Many, Many, Many, Many, Other, Other, Other, Few,
                Many, Many, Many, Other
            ]
        );
    }
}
