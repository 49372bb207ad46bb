import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { catchFaults } from './app/catch-faults.ts';
import { surviveTranslation } from './app/survive-translation.ts';
import { applyStoredTheme } from './app/theme.ts';
import { catalogue } from './scenarios/catalogue.ts';
import { initialiseClientele } from './store/initialise.ts';
import { ClienteleProvider } from './store/use-clientele.ts';
import './ui/tokens.css';
import './ui/base.css';

applyStoredTheme();
surviveTranslation();

const clientele = initialiseClientele({
  catalogue: catalogue(),
  makeWorker: () => new Worker(new URL('./worker/engine.worker.ts', import.meta.url), { type: 'module' }),
  makeDebriefWorker: () => new Worker(new URL('./worker/debrief.worker.ts', import.meta.url), { type: 'module' }),
});

catchFaults(window, clientele.noteFault);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ClienteleProvider value={clientele}>
      <App />
    </ClienteleProvider>
  </StrictMode>,
);
