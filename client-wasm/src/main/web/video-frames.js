/** Calls back once for each new picture of a video, with its time in milliseconds. */
export class VideoFrames {
  #video;
  #callback;
  #handle = null;
  #shownTime = -1;

  constructor(video, callback) {
    this.#video = video;
    this.#callback = callback;
  }

  start() {
    if (this.#handle === null) {
      this.#await();
    }
  }

  stop() {
    if (this.#handle !== null) {
      if (this.#video.cancelVideoFrameCallback) {
        this.#video.cancelVideoFrameCallback(this.#handle);
      } else {
        cancelAnimationFrame(this.#handle);
      }
      this.#handle = null;
    }
  }

  #await() {
    if (this.#video.requestVideoFrameCallback) {
      this.#handle = this.#video.requestVideoFrameCallback(now => this.#next(now));
    } else {
      this.#handle = requestAnimationFrame(now => {
        if (this.#video.currentTime === this.#shownTime) {
          this.#await();
        } else {
          this.#shownTime = this.#video.currentTime;
          this.#next(now);
        }
      });
    }
  }

  #next(timestampMs) {
    this.#await();
    this.#callback(timestampMs);
  }
}
