/** Version of the model's arithmetic: changes exactly when a golden digest changes, with a line in CHANGELOG under "Model". */
export const ENGINE_VERSION = '1';
