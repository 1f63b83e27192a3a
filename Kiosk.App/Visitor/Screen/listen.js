// The voice. While listening is on, a first touch says what is touched and a second opens it; the page can be read through.
// One sentence is never cut by the next: what comes later waits until it has ended. Only "stop", and the end of the visit, cut.

const loudness = [0.2, 0.35, 0.5, 0.7, 0.85, 1]; // steps of softer and louder, as parts of what the loudspeaker can
const saidAtOnce = ".leave, [data-end], [popovertarget], .bar-listen"; // these do what they do at the first touch
const stalledMs = 30_000; // a sentence that does not go on for so long is given up; making one may take 20 seconds (ExternalProcess.cs)
const unitsOfText = "a, button, h1, h2, h3, p, li, dt, dd, [role=img][aria-label]";

const sounds = [new Audio(), new Audio()]; // one speaks, the other fetches what comes next
let waiting = []; // sentences still to say: { text, lang, element }
let lastSaid = []; // what "say again" says
let current = null;
let heard = null; // the element that the next touch opens
let told = false; // how listening works, in this visit
let watch = 0; // the timer of stalledMs
let byKeys = false; // it is told in words for keys, not for fingers

/** Whether this visit listens. */
export const isOn = () => document.documentElement.classList.contains("listen");

/** From now on this visit hears how keys work, where it would hear how touches do. */
export const hintKeys = () => { byKeys = true; };

/** Whether something is being said. */
export const isSpeaking = () => current !== null;

const houseVolume = () => Number(document.body.dataset.volume ?? 70) / 100;

/** What an element is called, piece by piece, each in its own language: as shown, or as its label says. */
export function wordsOf(element) {
  const label = element.getAttribute("aria-label");
  const pieces = label ? [{ text: label, lang: langOf(element) }] : piecesOf(element);
  if (element.matches(".on, [aria-current=true]") && element.matches("a, button")) pieces.push(...stateOf("on"));
  return pieces.map((piece) => ({ ...piece, element }));
}

const langOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[lang]").lang;

function stateOf(name) {
  const text = document.body.dataset[`state${name[0].toUpperCase()}${name.slice(1)}`];
  return text ? [{ text, lang: document.documentElement.lang }] : [];
}

function piecesOf(element) {
  const pieces = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === Node.ELEMENT_NODE && (node.ariaHidden === "true" || node.hidden || node.tagName === "TEMPLATE" || getComputedStyle(node).display === "none")
      ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  let block = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = node.nodeType === Node.TEXT_NODE ? node.data.replace(/\s+/g, " ").trim() : (node.getAttribute("role") === "img" && node.ariaLabel) || "";
    if (!text) continue;
    const lang = langOf(node);
    const around = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("p, li, h1, h2, h3, span, strong, dt, dd, time");
    const last = pieces.at(-1);
    if (last?.lang === lang && around === block) last.text += ` ${text}`;
    else pieces.push({ text, lang });
    block = around;
  }
  return pieces;
}

/** Says those sentences after the one that is being said; what else waited is left out. */
function sayNext(sentences, { again = false } = {}) {
  waiting = [...sentences];
  if (!again && sentences.length > 0) lastSaid = [...sentences];
  if (!current) next();
}

/** Says what an element is called, when listening is on. */
export function say(element) {
  if (isOn()) sayNext(wordsOf(element));
}

const addressOf = ({ text, lang }) => `/speech/${lang}?text=${encodeURIComponent(text)}`;

function next() {
  current?.element?.classList.remove("speaking");
  current = waiting.shift() ?? null;
  document.body.classList.toggle("is-speaking", Boolean(current));
  if (!current) return clearTimeout(watch);
  current.element?.classList.add("speaking");
  current.element?.scrollIntoView({ block: "nearest" });
  sounds.reverse();
  const [sound, after] = sounds;
  if (sound.dataset.address !== addressOf(current)) load(sound, current);
  sound.play().catch(() => {}); // "error" tells what became of it
  watchOver(sound, 0);
  if (waiting[0]) load(after, waiting[0]);
  document.dispatchEvent(new CustomEvent("voice:said", { detail: { text: current.text, lang: current.lang } }));
}

/** For a sentence that neither ends nor fails: all that follows would wait for it. */
function watchOver(sound, reached) {
  clearTimeout(watch);
  watch = setTimeout(() => {
    if (sound.currentTime > reached) return watchOver(sound, sound.currentTime);
    stop();
    tellNoVoice();
  }, stalledMs);
}

function tellNoVoice() {
  const none = document.querySelector(".voice-none");
  if (none) none.hidden = false;
}

function load(sound, sentence) {
  sound.dataset.address = addressOf(sentence);
  sound.src = sound.dataset.address;
}

for (const sound of sounds) {
  sound.preload = "auto";
  sound.addEventListener("ended", () => {
    if (sound !== sounds[0] || !current) return;
    document.dispatchEvent(new CustomEvent("voice:ended"));
    next();
  });
  sound.addEventListener("error", () => {
    const isCurrent = current && sound === sounds[0];
    delete sound.dataset.address;
    if (!isCurrent) return;
    tellNoVoice();
    next();
  });
}

/** Silence, at once. */
export function stop() {
  clearTimeout(watch);
  waiting = [];
  current?.element?.classList.remove("speaking");
  current = null;
  document.body.classList.remove("is-speaking");
  for (const sound of sounds) {
    sound.pause();
    delete sound.dataset.address;
    sound.removeAttribute("src");
  }
}

export const repeat = () => sayNext(lastSaid, { again: true });

function setVolume(part) {
  for (const sound of sounds) sound.volume = part;
}

/** @param step - 1 or -1 */
export function louder(step) {
  const now = loudness.findIndex((part) => part >= sounds[0].volume - 0.01);
  setVolume(loudness[Math.min(loudness.length - 1, Math.max(0, now + step))]);
  if (!current) repeat();
}

/** Everything on the page, from the top to the bar, in the order in which it is read. */
export function readPage() {
  const units = [...document.querySelectorAll(".notice, .head, .page > main")].flatMap((part) => [part, ...part.querySelectorAll(unitsOfText)])
    .filter((unit) => unit.matches(unitsOfText) && !unit.parentElement.closest(unitsOfText) && unit.checkVisibility());
  sayNext(units.flatMap((unit) => wordsOf(unit)));
}

const controls = { page: readPage, stop, repeat, softer: () => louder(-1), louder: () => louder(1) };

function forgetTouch() {
  heard?.classList.remove("heard");
  heard = null;
}

// Before all other clicks: the first touch of something only says it.
document.addEventListener("click", (event) => {
  const control = event.target.closest?.("[data-voice]");
  if (control) {
    event.stopImmediatePropagation();
    controls[control.dataset.voice]();
    return;
  }
  if (!isOn() || event.detail === 0 || event.target.closest?.(".idle")) return; // a key opens at once: moving there has said it
  const opens = event.target.closest?.("a[href], button");
  const target = opens ?? event.target.closest?.(unitsOfText);
  if (!target || target === heard || opens?.matches(saidAtOnce)) return forgetTouch();
  event.preventDefault();
  event.stopImmediatePropagation();
  forgetTouch();
  say(target);
  if (!opens) return;
  heard = opens;
  heard.classList.add("heard");
}, { capture: true });

document.addEventListener("page:shown", ({ detail }) => {
  heard = null;
  if (detail.left || !isOn()) stop();
  if (detail.left) {
    lastSaid = [];
    told = false;
    byKeys &&= isOn(); // who starts over goes on as before
    setVolume(houseVolume());
  }
  if (!isOn() || !detail.touched) return;
  const heading = document.querySelector("h1, .sign-name");
  sayNext([...(heading ? wordsOf(heading) : []), ...hint()]);
});

/** How listening works, once in a visit: on the page on which it was switched on. */
function hint() {
  const how = document.querySelector(byKeys ? ".keys-how" : ".voice-how");
  if (told || !how) return [];
  told = true;
  return wordsOf(how);
}

setVolume(houseVolume());
