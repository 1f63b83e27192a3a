// Runs beside the page, where sound comes in: hands every piece of it over.
class Take extends AudioWorkletProcessor {
  process([[samples]]) {
    if (samples) this.port.postMessage(samples.slice());
    return true;
  }
}
registerProcessor("take", Take);
