//! What a correction changes, word by word.

/// A stretch of text that both versions share, or only one of them has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both.
    Same(String),
    /// Only in the quoted words.
    Removed(String),
    /// Only in the correction.
    Added(String),
}

/// The largest comparison made word by word, as words of one text times words of the other.
///
/// Beyond it (a correction of thousands of words) the differing middle is shown replaced as a whole.
const LARGEST_TABLE: usize = 250_000;

/// The way from `old` to `new`: the `Same` and `Removed` parts make up `old`, the `Same` and `Added` parts `new`.
///
/// Words are compared whole; punctuation marks are words of their own. Of neighbouring changes the removal
/// comes first.
pub fn difference(old: &str, new: &str) -> Vec<Change> {
    let (old, new) = (words(old), words(new));
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let old_middle = &old_rest[..old_rest.len() - end];
    let new_middle = &new_rest[..new_rest.len() - end];

    let mut changes = Changes::default();
    old[..start].iter().for_each(|word| changes.same(word));
    compare(old_middle, new_middle, &mut changes);
    old_rest[old_rest.len() - end..].iter().for_each(|word| changes.same(word));
    changes.finish()
}

/// Words, runs of white space, and single other characters.
fn words(text: &str) -> Vec<&str> {
    let kind = |character: char| match character {
        c if c.is_alphanumeric() => 0,
        // Combining marks, the soft hyphen and joiners stay with the word they are in.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{64b}'..='\u{65f}' => 0,
        c if c.is_whitespace() => 1,
        _ => 2,
    };
    let mut found = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, character) in text.char_indices() {
        let this = kind(character);
        if last.is_some_and(|last| last != this || this == 2) {
            found.push(&text[start..at]);
            start = at;
        }
        last = Some(this);
    }
    if start < text.len() {
        found.push(&text[start..]);
    }
    found
}

/// Longest common subsequence by the textbook table, read back from its first corner.
fn compare(old: &[&str], new: &[&str], changes: &mut Changes) {
    let width = new.len() + 1;
    if old.len().saturating_mul(new.len()) > LARGEST_TABLE {
        old.iter().for_each(|word| changes.removed(word));
        new.iter().for_each(|word| changes.added(word));
        return;
    }
    let mut common = vec![0u32; (old.len() + 1) * width];
    for (i, old_word) in old.iter().enumerate().rev() {
        for (j, new_word) in new.iter().enumerate().rev() {
            common[i * width + j] = if old_word == new_word {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            changes.same(old[i]);
            (i, j) = (i + 1, j + 1);
        } else if common[(i + 1) * width + j] >= common[i * width + j + 1] {
            changes.removed(old[i]);
            i += 1;
        } else {
            changes.added(new[j]);
            j += 1;
        }
    }
    old[i..].iter().for_each(|word| changes.removed(word));
    new[j..].iter().for_each(|word| changes.added(word));
}

/// Gathers words into stretches.
///
/// White space alone between two changes is counted as changed, so that a replaced phrase reads as one
/// removal and one addition, not as a chequerboard.
#[derive(Default)]
struct Changes {
    done: Vec<Change>,
    removed: String,
    added: String,
    spaces: String,
}

impl Changes {
    fn same(&mut self, word: &str) {
        let within_change = !(self.removed.is_empty() && self.added.is_empty());
        if within_change && self.spaces.is_empty() && word.trim().is_empty() {
            self.spaces = word.to_owned();
            return;
        }
        self.flush();
        match self.done.last_mut() {
            Some(Change::Same(text)) => text.push_str(word),
            _ => self.done.push(Change::Same(word.to_owned())),
        }
    }

    fn removed(&mut self, word: &str) {
        self.take_spaces();
        self.removed.push_str(word);
    }

    fn added(&mut self, word: &str) {
        self.take_spaces();
        self.added.push_str(word);
    }

    fn take_spaces(&mut self) {
        let spaces = std::mem::take(&mut self.spaces);
        self.removed.push_str(&spaces);
        self.added.push_str(&spaces);
    }

    fn flush(&mut self) {
        let removed = std::mem::take(&mut self.removed);
        let added = std::mem::take(&mut self.added);
        let spaces = std::mem::take(&mut self.spaces);
        if !removed.is_empty() {
            self.done.push(Change::Removed(removed));
        }
        if !added.is_empty() {
            self.done.push(Change::Added(added));
        }
        if !spaces.is_empty() {
            self.done.push(Change::Same(spaces));
        }
    }

    fn finish(mut self) -> Vec<Change> {
        self.flush();
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(old: &str, new: &str) -> String {
        let show = |change: &Change| match change {
            Change::Same(text) => text.clone(),
            Change::Removed(text) => format!("[-{text}-]"),
            Change::Added(text) => format!("[+{text}+]"),
        };
        difference(old, new).iter().map(show).collect()
    }

    #[test]
    fn one_wrong_word_is_one_change() {
        assert_eq!(
            marked("the flag of Kazakstan is", "the flag of Kazakhstan is"),
            "the flag of [-Kazakstan-][+Kazakhstan+] is"
        );
        assert_eq!(marked("бүркіт, күн", "бүркіт күн"), "бүркіт[-,-] күн");
        assert_eq!(marked("an a b", "an c d"), "an [-a b-][+c d+]");
        assert_eq!(marked("gone", ""), "[-gone-]");
        assert_eq!(marked("", ""), "");
        assert_eq!(marked("stays", "stays"), "stays");
    }

    #[test]
    fn the_removal_comes_before_the_addition() {
        let changes = difference("five red apples", "six green apples");
        assert_eq!(changes[0], Change::Removed("five red".into()));
        assert_eq!(changes[1], Change::Added("six green".into()));
    }

    #[test]
    fn very_long_texts_are_compared_in_bounded_space() {
        let old: String = (0..3000).map(|n| format!("a{n} ")).collect();
        let new: String = (0..3000).map(|n| format!("b{n} ")).collect();
        let changes = difference(&format!("same {old}end"), &format!("same {new}end"));
        assert_eq!(changes.first(), Some(&Change::Same("same ".into())));
        assert_eq!(changes.len(), 4);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_off(old in "([a-d]{1,2}|[ ,ә]){0,40}", new in "([a-d]{1,2}|[ ,ә]){0,40}") {
            let changes = difference(&old, &new);
            let (mut first, mut second) = (String::new(), String::new());
            for change in &changes {
                match change {
                    Change::Same(text) => { first.push_str(text); second.push_str(text); }
                    Change::Removed(text) => first.push_str(text),
                    Change::Added(text) => second.push_str(text),
                }
            }
            prop_assert_eq!(first, old);
            prop_assert_eq!(second, new);
            prop_assert!(changes.windows(2).all(|pair| std::mem::discriminant(&pair[0]) != std::mem::discriminant(&pair[1])));
        }
    }
}
