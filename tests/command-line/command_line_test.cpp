#include "command_line_test.h"

#include "command-line/command_line.h"
#include "session/tsv.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QFile>

namespace verbale::commandline::testing {

QByteArray Outcome::text() const
{
    return QStringLiteral("status %1\n--- out\n%2\n--- err\n%3").arg(status).arg(out, err).toUtf8();
}

Workplace::Workplace() : m_previous(QDir::currentPath())
{
    QDir::setCurrent(m_folder.path());
    QDir().mkpath(QStringLiteral(".home"));
    const QString home = m_folder.filePath(QStringLiteral(".home"));
    environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("VERBALE_PLUGIN_PATH"));
    for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"})
        environment.insert(QLatin1String(variable), home);
}

Workplace::~Workplace()
{
    QDir::setCurrent(m_previous);
}

Outcome Workplace::run(const QStringList &arguments, const QByteArray &input, std::stop_token stop)
{
    QBuffer in;
    QBuffer out;
    QBuffer err;
    in.setData(input);
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    Context context{
        .in = in,
        .out = out,
        .err = err,
        .version = QStringLiteral("1.2.3"),
        .applicationFolder = programFolder(),
        .environment = environment,
        .settingsFile = m_folder.filePath(QStringLiteral(".home/verbale/settings.json")),
        .errorIsTerminal = errorIsTerminal,
        .stop = stop,
        .pluginPaths = {},
        .safeMode = false,
    };
    const int status = runCommandLine(arguments, context);
    return {status, QString::fromUtf8(out.data()), QString::fromUtf8(err.data())};
}

void Workplace::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

QByteArray Workplace::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList Workplace::files() const
{
    return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
}

QString programFolder()
{
    return QStringLiteral(VERBALE_BINARY_DIR "/bin");
}

QList<QStringList> tsvRows(const QString &output)
{
    QList<QStringList> rows;
    const QStringList lines = output.split(QLatin1Char('\n'));
    for (qsizetype number = 1; number + 1 < lines.size(); ++number) {
        QStringList fields = lines[number].split(QLatin1Char('\t'));
        for (QString &field : fields)
            field = session::unescapeTsv(field);
        rows.append(fields);
    }
    return rows;
}

QString codePoints(const QString &text, qint64 start, qint64 end)
{
    const QList<uint> points = text.toUcs4();
    const QList<uint> part = points.mid(start, end - start);
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(part.constData()), part.size());
}

} // namespace verbale::commandline::testing
