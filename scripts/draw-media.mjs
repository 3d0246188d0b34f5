// Makes the sound and the film of the demo newsroom's article about the singing dune:
//
//     node scripts/draw-media.mjs
//
// It writes public/media/singing-dune.wav, .mp3 and .mp4, which are committed. It needs ffmpeg with x264 and
// LAME (Debian: ffmpeg). The same numbers are drawn at every run, so that nothing changes unless this file does.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SECONDS = 8;
const NOTE = 89; // hertz
const RATE = 8000; // samples a second: the dune has nothing above 4,000 Hz
const OVERTONES = [1, 0.55, 0.3, 0.16, 0.09, 0.05];
const [WIDTH, HEIGHT, FRAMES] = [640, 360, 15];
const file = (name) => fileURLToPath(new URL(`../public/media/singing-dune.${name}`, import.meta.url));

// Between 0 and 1, always the same ones.
let seed = 7;
function chance() {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return seed / 2 ** 32;
}

// How fast the sand slides at a time, between 0 and 1: it begins at 1.4 s, and rests at 7 s.
function slide(time) {
  const rise = Math.min(Math.max((time - 1.4) / 1.8, 0), 1);
  const fall = Math.min(Math.max((7 - time) / 1.2, 0), 1);
  return Math.min(rise, fall) ** 1.5;
}

function sound() {
  const samples = Buffer.alloc(SECONDS * RATE * 2);
  let [wind, phase] = [0, 0];
  for (let index = 0; index < SECONDS * RATE; index += 1) {
    const time = index / RATE;
    // Wind is noise of which little is high.
    wind += (chance() * 2 - 1 - wind) * 0.12;
    const gust = 0.5 + 0.3 * Math.sin(time * 0.9) + 0.15 * Math.sin(time * 2.3);
    const speed = slide(time);
    phase += (2 * Math.PI * NOTE * (1 + 0.006 * Math.sin(time * 5.1))) / RATE;
    const tone = OVERTONES.reduce((sum, share, at) => sum + share * Math.sin(phase * (at + 1)), 0);
    const beat = 0.85 + 0.15 * Math.sin(time * 2 * Math.PI * 1.7);
    const ends = Math.min(1, time / 0.3, (SECONDS - time) / 0.6);
    const value = ends * (0.35 * wind * gust + 0.3 * speed * beat * tone + 0.1 * speed * wind);
    samples.writeInt16LE(Math.round(32767 * Math.max(-1, Math.min(1, value))), index * 2);
  }
  return samples;
}

// A WAV file around samples of 16 bits.
function wav(samples) {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

const SKY = [[111, 163, 184], [134, 180, 193], [163, 198, 201], [194, 216, 208], [226, 228, 205], [243, 231, 198]];
const [LIT, SHADE, SAND, GRAIN, RIDGE, SUN] = [
  [237, 200, 120], [176, 124, 56], [201, 159, 78], [251, 226, 166], [108, 90, 91], [255, 249, 232],
];
const CREST = { x: 300, y: 96 };

// The height of the dune's outline at x: steep to the right, where the sand slides.
const lee = (x) => CREST.y + (x - CREST.x) * 0.62;
const luff = (x) => CREST.y + (CREST.x - x) * 0.5 - 14 * Math.sin((CREST.x - x) / 95);

// The colour of a point at a time, when the sand has slid `way` pixels at `speed`.
function colour(x, y, time, way, speed) {
  if (y > 300 + 5 * Math.sin(x / 60)) return SAND;
  if (x >= CREST.x && y > lee(x)) {
    // The sheet that slides lies along the slope; the grains in it go down with it.
    const depth = (y - lee(x)) * 0.85;
    const along = (x - CREST.x) * 1.18;
    const beat = depth + 3 * speed * Math.sin(along / 16 - time * 14);
    if (beat < 16) {
      const row = Math.floor(depth / 4);
      const place = (((along - way * (1 - row * 0.18)) % 22) + 22) % 22;
      if (Math.abs(place - ((row * 7) % 22)) < 2.4 && depth % 4 < 2.6) return GRAIN;
      return LIT;
    }
    return SHADE;
  }
  if (x < CREST.x && y > luff(x)) return (y - luff(x)) % 26 < 2 ? GRAIN : LIT;
  // Waves in the air above the slope, while it hums.
  const far = Math.hypot(x - 420, y - lee(420));
  if (speed > 0.05 && far > 30 && far < 230 && y < lee(x) - 12) {
    const wave = (far - time * 60) % 32;
    if ((wave + 32) % 32 < 1 + 3 * speed * (1 - far / 260)) return SUN;
  }
  if (Math.hypot(x - 560, y - 66) < 26) return SUN;
  const ridge = 250 - 46 * Math.abs(Math.sin(x / 83)) - 20 * Math.abs(Math.sin(x / 31 + 1));
  if (y > ridge) return RIDGE;
  return SKY[Math.min(5, Math.floor(y / 42))];
}

function film() {
  const count = SECONDS * FRAMES;
  const frames = Buffer.alloc(count * WIDTH * HEIGHT * 3);
  let [at, way] = [0, 0];
  for (let frame = 0; frame < count; frame += 1) {
    const time = frame / FRAMES;
    const speed = slide(time);
    way += (speed * 70) / FRAMES;
    for (let y = 0; y < HEIGHT; y += 1) {
      for (let x = 0; x < WIDTH; x += 1) {
        frames.set(colour(x, y, time, way, speed), at);
        at += 3;
      }
    }
  }
  return frames;
}

function ffmpeg(input, ...options) {
  const run = spawnSync('ffmpeg', ['-loglevel', 'error', '-y', ...options], { input, stdio: ['pipe', 'inherit', 'inherit'] });
  if (run.error || run.status !== 0) {
    console.error(`draw-media: ffmpeg failed; on Debian: apt-get install ffmpeg. ${run.error ?? ''}`);
    process.exit(1);
  }
}

const exact = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'];
writeFileSync(file('wav'), wav(sound()));
ffmpeg(undefined, '-i', file('wav'), ...exact, '-ar', '22050', '-c:a', 'libmp3lame', '-b:a', '56k', file('mp3'));
ffmpeg(
  film(),
  ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${WIDTH}x${HEIGHT}`, '-r', `${FRAMES}`, '-i', 'pipe:0', '-i', file('wav')],
  ...[...exact, '-flags:v', '+bitexact', '-c:v', 'libx264', '-preset', 'veryslow', '-crf', '30', '-pix_fmt', 'yuv420p'],
  ...['-profile:v', 'main', '-c:a', 'aac', '-ar', '22050', '-b:a', '40k', '-movflags', '+faststart', '-shortest', file('mp4')],
);
