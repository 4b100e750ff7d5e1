/** Event wiring and nothing else. Every listener is registered at once, because a stopped worker is woken by its event. */
import { lockByItself } from './auto-lock';
import { offerScanAndFill } from './offers';
import { keepStorageClosed } from './storage-access';

keepStorageClosed();
lockByItself();
offerScanAndFill();
