// The picture of the kiosk's screen. Where there is none, the kiosk says why, and is asked again while the tablet is looked at.
const askAgainAfter = 4000; // milliseconds
let asking = false;
let askNext = 0;

const figure = () => document.querySelector("figure[data-look]");

async function look() {
  const place = figure();
  const again = document.querySelector("[data-look-again]");
  if (again) again.hidden = !place?.querySelector(".look-picture");
  if (!place || asking || document.hidden || performance.now() < askNext || place.querySelector(".look-picture")) return;
  asking = true;
  const answer = await fetch(place.dataset.look).catch(() => null);
  const shown = answer?.ok ? await picture(await answer.blob(), place) : answer?.status === 409 ? sentence(await answer.text(), place) : null;
  if (shown) place.querySelector(".look-picture, .look-wait").replaceWith(shown);
  askNext = performance.now() + askAgainAfter;
  asking = false;
}

/** In memory only: neither the tablet's cache nor an address holds it. */
async function picture(file, place) {
  const address = await new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(file);
  });
  const image = new Image();
  [image.className, image.alt, image.src] = ["look-picture", place.dataset.alt, address];
  await image.decode();
  const [width, height] = [image.naturalWidth, image.naturalHeight];
  const words = height > width ? place.dataset.upright : place.dataset.lying;
  place.querySelector(".look-size").textContent = words.replace("{width}", width).replace("{height}", height);
  return image;
}

function sentence(text, place) {
  const said = place.querySelector(".look-wait").cloneNode();
  said.textContent = text;
  return said;
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-look-again]")) return;
  const old = document.querySelector(".look-picture");
  const waiting = document.createElement("p");
  [waiting.className, waiting.role] = ["look-wait", "status"];
  old?.replaceWith(waiting);
  askNext = 0;
  look();
});
look();
setInterval(look, 1000); // milliseconds; also when the page fetched itself again
