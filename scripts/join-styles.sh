#!/usr/bin/env bash
# Joins the stylesheets of style/, in the order of style/order.txt, into target/style/broadsheet.css, which
# index.html names: trunk does not follow @import. The comments say where each rule comes from.

source "$(dirname "$0")/common.sh"

out=target/style/broadsheet.css
mkdir -p target/style

# The files in order; a folder stands for its files by name, whatever the machine's language sorts by.
list_styles() {
    local line
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
        '' | '#'*) ;;
        */) (cd style && LC_ALL=C printf '%s\n' "$line"*.css) ;;
        *) printf '%s\n' "$line" ;;
        esac
    done <style/order.txt
}

list_styles | while IFS= read -r file; do
    [ -f "style/$file" ] || stop "style/order.txt names style/$file, which is not there."
    printf '/* style/%s */\n' "$file"
    cat "style/$file"
    printf '\n'
done >"$out.new"

# A stylesheet that no line names would be lost without a word.
find style -name '*.css' | sed 's|^style/||' | LC_ALL=C sort | while IFS= read -r file; do
    grep -qxF "/* style/$file */" "$out.new" || say "style/$file is not in style/order.txt and is left out."
done

mv "$out.new" "$out"
