#!/bin/sh
# Rasterises the demo newsroom's drawings.
#
# Every drawings/NAME.svg becomes public/media/NAME-480.webp, NAME-960.webp
# and NAME-1440.webp, the three renditions that the articles name. Run it
# after changing a drawing, and commit what it writes:
#
#     scripts/draw-pictures.sh            # all drawings, and the icons
#     scripts/draw-pictures.sh yurt otrar # only these
#
# The icons of home screens (public/icon-*.png, public/apple-touch-icon.png) are drawn from public/media/mark.svg,
# those of a new newsroom from its own mark. What systems cut to a shape of their own has the mark in the middle:
# four fifths of its width are safe.
#
# It needs rsvg-convert, cwebp and pngquant (Debian: librsvg2-bin, webp and pngquant), and for the
# letters in a few drawings the fonts Noto Serif and Noto Naskh Arabic or
# another with the same letters (Debian: fonts-noto-core).
set -eu

cd "$(dirname "$0")/.."

for tool in rsvg-convert cwebp pngquant; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "draw-pictures: $tool is missing; on Debian: apt-get install librsvg2-bin webp pngquant" >&2
        exit 1
    fi
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p public/media

# Draws the mark $1 as icons into the folder $2.
draw_icons() {
    for size in 192 512; do
        rsvg-convert --width "$size" --height "$size" "$1" --output "$2/icon-$size.png"
    done
    ground=$(sed -n 's/.*<rect .*fill="\(#[0-9a-f]*\)".*/\1/p' "$1" | head -n 1)
    {
        echo "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">"
        echo "<rect width=\"64\" height=\"64\" fill=\"$ground\"/><g transform=\"translate(8 8) scale(0.75)\">"
        sed '1d;$d' "$1"
        echo "</g></svg>"
    } >"$work/maskable.svg"
    rsvg-convert --width 512 --height 512 "$work/maskable.svg" --output "$2/icon-maskable-512.png"
    # iPhones round its corners themselves, and show black where nothing is drawn.
    rsvg-convert --width 180 --height 180 "$work/maskable.svg" --output "$2/apple-touch-icon.png"
    echo "drew the icons in $2"
}

if [ "$#" -eq 0 ]; then
    draw_icons public/media/mark.svg public
    pngquant --force --quality 90-100 --speed 1 --ext .png public/icon-*.png public/apple-touch-icon.png
    # Those of a new newsroom are small as they are.
    draw_icons src/bin/broadsheet/new/mark.svg src/bin/broadsheet/new
    for drawing in drawings/*.svg; do
        name=${drawing##*/}
        set -- "$@" "${name%.svg}"
    done
fi

for name in "$@"; do
    # Every drawing is 1440 wide; rounding its height here, and not in
    # rsvg-convert, keeps to the heights that the articles state.
    full_height=$(sed -n '1s/.* width="1440" height="\([0-9]*\)".*/\1/p' "drawings/$name.svg")
    if [ -z "$full_height" ]; then
        echo "draw-pictures: drawings/$name.svg does not begin with width=\"1440\" height=\"...\"" >&2
        exit 1
    fi
    for width in 480 960 1440; do
        # Cheap phones get the small file, so it is squeezed a little harder.
        quality=74
        [ "$width" -eq 480 ] && quality=70
        height=$(((full_height * width + 720) / 1440))
        rsvg-convert --width "$width" --height "$height" "drawings/$name.svg" --output "$work/picture.png"
        cwebp -quiet -preset drawing -q "$quality" -m 6 -sharp_yuv \
            "$work/picture.png" -o "public/media/$name-$width.webp"
    done
    echo "drew $name"
done
