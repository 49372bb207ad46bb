import { useEffect } from 'react';
import { DeviceScreen } from '../features/device/device-screen.tsx';
import { useCommands } from '../store/use-clientele.ts';
import { forgetEverything } from './forget-everything.ts';
import { hrefOf } from './router.ts';

/** What is stored on this device, on the store. */
export function DevicePage() {
  const commands = useCommands();
  useEffect(() => {
    void commands.closeGame();
  }, [commands]);
  return <DeviceScreen homeHref={hrefOf({ kind: 'home' })} onErased={forgetEverything} />;
}
