#pragma once

/// The SDK's version. A plugin's descriptor names the range it was built for; the host compares it before any
/// of the plugin's code runs. Major: a change that breaks built plugins. Minor: an addition. Patch: nothing a
/// plugin sees.
#define VERBALE_SDK_MAJOR 1
#define VERBALE_SDK_MINOR 1
#define VERBALE_SDK_PATCH 0
