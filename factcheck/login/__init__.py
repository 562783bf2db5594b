"""How people get in: password, second factor, passkey, single sign-on. The steps are allauth's, the rules ours."""
