/** Where the words go. */
export type Terminal = {
  write(text: string): void;
  error(text: string): void;
  readonly colors: boolean;
  readonly width: number;
};
