// Compiled into the plugins' process only where it is built with a sanitizer, whose options it cannot get
// from outside: its environment is cleaned. It may not look for leaks, for which it would have to trace
// itself, and a plugin that crashes has to do so as it would without the sanitizer: the host tells of its
// signal.
#define VERBALE_SANITIZER_SIGNALS                                                                            \
    "handle_segv=0:handle_abort=0:handle_sigfpe=0:handle_sigill=0:handle_sigbus=0"

extern "C" __attribute__((visibility("default"))) const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "detect_leaks=0:abort_on_error=1:" VERBALE_SANITIZER_SIGNALS;
}

extern "C" __attribute__((visibility("default"))) const char *__tsan_default_options();
extern "C" const char *__tsan_default_options()
{
    return VERBALE_SANITIZER_SIGNALS;
}
