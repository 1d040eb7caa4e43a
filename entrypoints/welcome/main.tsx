import * as z from 'zod';
import { mountPage } from '../../components/ui';
import { WelcomeApp } from '../../components/welcome/WelcomeApp';

// An extension page may not evaluate code; Zod must not try (interface.md §2).
z.config({ jitless: true });
mountPage('welcome', <WelcomeApp />);
