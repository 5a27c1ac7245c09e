import { afterAll } from 'vitest';
import { endVisits } from './world';

afterAll(endVisits);
