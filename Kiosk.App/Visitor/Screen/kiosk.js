// The screen's behaviours, one module each. Every page also works without them, by plain links.
import "./guard.js";
import "./listen.js"; // before all that acts on a touch: while listening, the first one only says
import "./idle.js";
import "./keypad.js";
import "./scan.js";
import "./navigate.js";
import "./count.js";
import "./rest.js";
import "./live.js";
import "./slip.js";
import "./hold.js";
import "./pad.js";
import "./bell.js";
import "./alive.js";
import "./resting.js";
import "./corners.js";
