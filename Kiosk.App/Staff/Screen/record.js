// A volunteer says a text: one touch begins, another ends, and the kiosk keeps what was heard.
const longest = 60_000; // milliseconds; no text takes that long

const form = document.querySelector("[data-record]");
if (form && navigator.mediaDevices) {
  const button = form.querySelector("[data-say]");
  let taking = null;

  button.hidden = false;
  form.querySelector("[data-file]").hidden = true;
  button.addEventListener("click", async () => {
    if (taking) return end();
    try {
      await begin();
    } catch {
      form.querySelector("[data-no-microphone]").hidden = false;
      form.querySelector("[data-file]").hidden = false;
    }
  });

  async function begin() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } });
    const context = new AudioContext();
    await context.audioWorklet.addModule(form.dataset.record);
    const take = new AudioWorkletNode(context, "take");
    const pieces = [];
    take.port.onmessage = ({ data }) => pieces.push(data);
    context.createMediaStreamSource(stream).connect(take);
    taking = { stream, context, pieces, timer: setTimeout(end, longest) };
    button.classList.add("taking");
    button.querySelector("[data-begin]").hidden = true;
    button.querySelector("[data-end]").hidden = false;
  }

  async function end() {
    const { stream, context, pieces, timer } = taking;
    taking = null;
    clearTimeout(timer);
    stream.getTracks().forEach((track) => track.stop());
    const wav = wavOf(pieces, context.sampleRate);
    await context.close();
    button.disabled = true;
    const body = new FormData(form);
    body.set("sound", wav, "said.wav");
    const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
    location.assign(answer?.url ?? location.href);
  }
}

/** Samples as a WAV file: 16 bits, one channel. */
function wavOf(pieces, rate) {
  const samples = pieces.flatMap((piece) => [...piece]);
  const file = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const write = (at, text) => [...text].forEach((letter, place) => file.setUint8(at + place, letter.charCodeAt(0)));
  write(0, "RIFF");
  file.setUint32(4, 36 + samples.length * 2, true);
  write(8, "WAVEfmt ");
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true); // linear samples
  file.setUint16(22, 1, true); // one channel
  file.setUint32(24, rate, true);
  file.setUint32(28, rate * 2, true); // bytes a second
  file.setUint16(32, 2, true); // bytes a sample
  file.setUint16(34, 16, true); // bits a sample
  write(36, "data");
  file.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, place) => file.setInt16(44 + place * 2, Math.max(-1, Math.min(1, sample)) * 0x7fff, true));
  return new Blob([file], { type: "audio/wav" });
}
