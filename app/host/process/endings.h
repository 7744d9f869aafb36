#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace verbale::host {

/// "SIGSEGV (access to memory that is not its own)"
QString signalText(int number);

/// " Its last words: ...": the end of what a child wrote for people, on one line; empty when it wrote
/// nothing.
QString lastWords(const QByteArray &log);

/// "0.5", "10": for sentences.
QString secondsText(qint64 milliseconds);

} // namespace verbale::host
