#include "command-line/context.h"

#include "command-line/printer.h"

namespace verbale::commandline {

namespace {

void printLine(Context &context, QString line)
{
    for (QChar &character : line) {
        if (character == u'\n' || character == u'\r')
            character = u' ';
    }
    // Nothing can be done where not even standard error takes the line.
    (void)context.err.write((forTerminal(std::move(line)) + QLatin1Char('\n')).toUtf8());
}

} // namespace

void complain(Context &context, const Error &error)
{
    complain(context, error.text());
}

void complain(Context &context, const QString &message)
{
    printLine(context, QLatin1String("verbale: ") + message);
}

void warn(Context &context, const QString &message)
{
    printLine(context, QLatin1String("verbale: warning: ") + message);
}

void warnOnce(Context &context, const QString &message)
{
    if (context.told.contains(message))
        return;
    context.told.append(message);
    warn(context, message);
}

} // namespace verbale::commandline
