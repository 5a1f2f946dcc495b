import type { Step } from './steps';

/** A schedule in words, a line for each step. */
export function inWords(steps: Step[]): string {
  return steps.map((step, index) => `  ${index + 1}. ${wordsOf(step)}`).join('\n');
}

function wordsOf(step: Step): string {
  switch (step.name) {
    case 'order':
      return `${step.hasty ? 'without waiting, ' : ''}${step.by === 'script' ? 'by a script, ' : ''}order: ${step.what}`;
    case 'press':
      return `press ${step.button}`;
    case 'open':
      return `open the page of ${step.user}${step.late ? ', which the panel hears 300 ms later' : ''}`;
    case 'reload':
      return 'reload the page';
    case 'kill':
      return `the worker dies ${step.places ? `after ${step.places} more waits` : 'now'}, and what it has sent ${step.lands ? 'arrives' : 'is lost'}`;
    case 'wait':
      return `${step.milliseconds} ms go by`;
    case 'sleep':
      return `the computer sleeps for ${step.minutes} minutes`;
    case 'setClock':
      return `its clock is set by ${step.minutes} minutes`;
    case 'others':
      return `another admin: ${step.what}, ${step.user}`;
    case 'policy':
      return `the policy is ${step.state}`;
    case 'network':
      return `the network is ${step.down ? 'down' : 'up'}`;
    case 'modes':
      return `a second pass ${step.secondPass}, lists are ${step.replicationDelay} ms behind`;
    case 'fault':
      return `the next ${step.meets}: ${Object.values(step.fault)
        .map((value) => (typeof value === 'object' ? JSON.stringify(value) : value))
        .join(' ')}`;
    default:
      return step satisfies never;
  }
}
