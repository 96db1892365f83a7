export const settings = { sampleShare: 0, samplesBucket: '' };
