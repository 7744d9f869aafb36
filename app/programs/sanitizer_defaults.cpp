// Compiled into the plugins' process only where it is built with the address sanitizer, whose options it
// cannot get from outside: its environment is cleaned. It may not look for leaks, for which it would have to
// trace itself, and a plugin that crashes has to do so as it would without the sanitizer.
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "detect_leaks=0:abort_on_error=1:handle_segv=0:handle_abort=0:handle_sigfpe=0:handle_sigill=0:"
           "handle_sigbus=0";
}
