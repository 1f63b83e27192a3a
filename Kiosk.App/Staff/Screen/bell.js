// A person, please: the tablet rings until somebody goes, and says so in its title.
import { freshen, news } from "./live.js";

const every = 2500; // milliseconds between two strokes
const title = document.title;
let sound, ringing;

const bell = () => document.querySelector(".bell:not(.answered)");

/** Two soft strokes, made here: no file to load. A browser lets a page sound only after it was touched once. */
function stroke() {
  if (sound?.state !== "running") return;
  for (const [hertz, after] of [[880, 0], [660, 0.25]]) {
    const [tone, loudness, start] = [sound.createOscillator(), sound.createGain(), sound.currentTime + after];
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0.4, start);
    loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.9);
    tone.connect(loudness).connect(sound.destination);
    tone.start(start);
    tone.stop(start + 0.9);
  }
}

function ring() {
  clearInterval(ringing);
  const rings = bell();
  document.title = rings ? `● ${rings.dataset.title}` : title;
  if (!rings) return;
  stroke();
  ringing = setInterval(stroke, every);
}

function allowSound() {
  sound ??= new AudioContext();
  sound.resume().then(() => document.querySelector(".bell-sound")?.setAttribute("hidden", ""));
}

document.addEventListener("pointerdown", allowSound);
news.addEventListener("bell", () => freshen("#bell").then(ring));
news.addEventListener("open", (event) => { if (event instanceof MessageEvent) freshen("#bell").then(ring); });
ring();
