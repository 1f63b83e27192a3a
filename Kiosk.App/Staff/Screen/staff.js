// Comfort on top of pages that work by plain forms and links: one module per behaviour.
import "./guide.js";
import "./live.js";
import "./bell.js";
import "./offer.js";
import "./print.js";
import "./passphrase.js";
import "./clock.js";
import "./record.js";
import "./look.js";
