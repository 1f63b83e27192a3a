// A square that is no longer good goes from the screen.
const offer = document.querySelector("[data-leave-seconds]");
if (offer) setTimeout(() => location.replace(offer.dataset.leaveTo), Number(offer.dataset.leaveSeconds) * 1000);
