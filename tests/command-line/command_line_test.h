#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QProcessEnvironment>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>

#include <stop_token>

namespace verbale::commandline::testing {

struct Outcome
{
    int status = -1;
    QString out;
    QString err;

    /// For messages of a failed comparison.
    [[nodiscard]] QByteArray text() const;
};

/// An empty folder that is the current one while it exists, with settings, state and data folders of its own,
/// so that no user's settings or plugins come into a test.
class Workplace
{
public:
    Workplace();
    ~Workplace();
    Workplace(const Workplace &) = delete;
    Workplace &operator=(const Workplace &) = delete;

    /// Runs a verb in this process, with the plugins that were built.
    Outcome run(const QStringList &arguments, const QByteArray &input = {}, std::stop_token stop = {});

    void put(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QByteArray content(const QString &name) const;
    [[nodiscard]] QStringList files() const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QProcessEnvironment environment;
    bool errorIsTerminal = false;

private:
    QTemporaryDir m_folder;
    QString m_previous;
};

/// The folder of the built programs.
QString programFolder();

/// The rows of a TSV output, without the header, each cut into unescaped fields.
QList<QStringList> tsvRows(const QString &output);

/// The code points [start, end) of a text.
QString codePoints(const QString &text, qint64 start, qint64 end);

} // namespace verbale::commandline::testing
