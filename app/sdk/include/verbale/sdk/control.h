#pragma once

#include <QtCore/qglobal.h>

#include <functional>
#include <stop_token>

namespace verbale {

/// Asked often enough in a long call that a cancel takes effect within 50 ms. Thread-safe.
using StopToken = std::stop_token;
using StopSource = std::stop_source;

/// Reports (done, total) of a long call; total 0 means unknown. Called on the thread that does the work;
/// may be empty.
using Progress = std::function<void(qint64 done, qint64 total)>;

} // namespace verbale
