export const signin = {
  'signin.title': 'Sign in',
  'signin.name': 'Name',
  'signin.password': 'Password',
  'signin.submit': 'Sign in',
  'signin.wait': {
    one: 'You can try again in {n} second.',
    other: 'You can try again in {n} seconds.',
  },
  'signin.help':
    'No password yet, or forgotten? Ask an admin for a one-time link; whoever runs the server finds the first one in its log.',
  'signin.already': 'You are signed in as {name}.',
  'signin.goOn': 'Go on',
  'signin.linkRefused': 'This link does not open anything',
  'signin.byName': 'Sign in by name and password',
  'signin.welcome': 'You are signed in as {name}. The link is now used up.',
  'signin.choose': 'Choose a password',
  'signin.chooseHint': 'With it you can sign in again, here and on other devices.',
  'signin.skip': 'Not now',
  'signin.passwordSet': 'Your password is set.',
};
