// What this tablet's clock shows, offered to a kiosk that does not know the time; the moment is taken when it is touched.
const language = document.documentElement.lang;

function show() {
  const offer = document.querySelector("form[data-clock]");
  if (!offer) return;
  const [now, timeZone] = [new Date(), offer.dataset.zone];
  const time = now.toLocaleTimeString("nl", { timeZone, hour: "2-digit", minute: "2-digit" }); // 14:23, as everywhere on the kiosk
  const date = now.toLocaleDateString(language, { timeZone, weekday: "long", day: "numeric", month: "long", year: "numeric" });
  offer.querySelector(".clock-says").textContent = offer.dataset.clock.replace("{time}", time).replace("{date}", date);
  if (offer.hidden) {
    offer.hidden = false;
    document.querySelector(".clock-other").open = false;
  }
}

document.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-clock]")) event.target.elements.at.value = Date.now();
});
show();
setInterval(show, 1000); // milliseconds; also when the page fetched itself again
