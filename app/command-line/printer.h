#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QIODevice>
#include <QtCore/QString>

namespace verbale::commandline {

/// A text of somebody else's as a terminal may get it: control characters, with which it could be led to do
/// and show anything, become U+FFFD. Line ends and tabs stay.
QString forTerminal(QString text);

/// Writes UTF-8 to a device in large pieces and remembers the first failure: a full disk is an error, a
/// reader that went away (a closed pipe) is not.
class Printer
{
public:
    explicit Printer(QIODevice &device) : m_device(device) {}
    ~Printer() { (void)flush(); }
    Printer(const Printer &) = delete;
    Printer &operator=(const Printer &) = delete;

    /// As it is: for programs too.
    void text(const QString &text);
    void bytes(const QByteArray &bytes);
    /// For people: as forTerminal() has it.
    void line(const QString &line = {}) { text(forTerminal(line) + QLatin1Char('\n')); }

    /// Error: output.write-failed.
    Result<void> flush();

    /// Nobody reads any more: there is no point in going on.
    [[nodiscard]] bool isClosed() const { return m_closed; }

private:
    QIODevice &m_device;
    QByteArray m_pending;
    bool m_closed = false;
    bool m_failed = false;
    QString m_reason;
};

} // namespace verbale::commandline
