// What staff ask of the screen from a tablet: whether nobody is at it, a sentence to hear, the corners to touch. Only this page knows who is at it.
import { hasBegun } from "./count.js";
import { ring } from "./chime.js";
import { news } from "./live.js";
import { show } from "./navigate.js";

const paintedAfter = 1000; // milliseconds from a page in place until its dots have taken the visit's place, on a slow machine too
let touched = true; // since the kiosk asked; what was before this page was loaded, nobody watched
let everTouched = false;
let since = performance.now();
let voice;

const atRest = () => document.body.dataset.behaviour === "rest";

/** A screen that was just started shows the home page, and nobody has come yet. */
const isNew = () => !everTouched && document.body.classList.contains("home");

const rests = () => (atRest() || isNew()) && !hasBegun() && performance.now() - since > paintedAfter;

const tell = (address, answer) => fetch(address, { method: "POST", body: new URLSearchParams(answer) }).catch(() => {});

const answer = (question, yes) => tell("/resting", { question, rests: yes ? "yes" : "no" });

for (const sign of ["pointerdown", "keydown"]) {
  document.addEventListener(sign, () => {
    touched = everTouched = true;
    voice?.pause(); // whoever comes has not asked to hear it
  }, { capture: true });
}

document.addEventListener("page:shown", () => {
  if (!atRest() && !isNew()) since = Infinity;
  else if (since === Infinity) since = performance.now();
});

news.addEventListener("resting", ({ data }) => {
  touched = false;
  answer(data, rests());
});

news.addEventListener("rested", ({ data }) => answer(data, rests() && !touched));

news.addEventListener("sound-test", async () => {
  if (!rests()) return;
  const { sound, soundLang, volume } = document.body.dataset;
  voice = new Audio(`/speech/${soundLang}?text=${encodeURIComponent(sound)}`);
  voice.volume = Number(volume ?? 70) / 100;
  const heard = await voice.play().then(() => "voice", async () => ((await ring(1)) ? "tones" : "silent"));
  tell("/sounded", { heard });
});

news.addEventListener("touch-test", () => { if (rests()) show(`/corners?in=${document.documentElement.lang}`, { keepFocus: true }); });
