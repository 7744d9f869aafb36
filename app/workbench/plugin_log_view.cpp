#include "workbench/plugin_log_view.h"

#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

constexpr int longestLine = 500;
constexpr int shownLines = 9;

} // namespace

QString logText(const QByteArray &log)
{
    const QString written = QString::fromUtf8(log);
    QString text;
    text.reserve(written.size() + written.size() / longestLine);
    int column = 0;
    for (const QChar c : written) {
        const QChar::Category kind = c.category();
        if (c == u'\n' || column == longestLine) {
            text += u'\n';
            column = 0;
        }
        if (c == u'\t')
            text += u' ';
        else if (kind != QChar::Other_Control && kind != QChar::Other_Format)
            text += c;
        else
            continue;
        ++column;
    }
    return text;
}

PluginLogView::PluginLogView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(tr("Log"), this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QPushButton(tr("&Copy the log"), this))
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * shownLines + 16);
    m_text->setPlaceholderText(tr("It has written nothing."));
    m_text->setAccessibleName(tr("The plugin's log"));
    m_copy->setAutoDefault(false);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_text);
    connect(m_copy, &QPushButton::clicked, this, &PluginLogView::copy);
    m_copy->setEnabled(false);
}

void PluginLogView::show(const QByteArray &log)
{
    if (log == m_log || m_text->textCursor().hasSelection())
        return;
    m_log = log;
    QScrollBar *bar = m_text->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    const int place = bar->value();
    m_text->setPlainText(logText(log));
    bar->setValue(atEnd ? bar->maximum() : place);
    m_copy->setEnabled(!log.isEmpty());
}

void PluginLogView::clear()
{
    m_log.clear();
    m_text->clear();
    m_copy->setEnabled(false);
}

void PluginLogView::copy() const
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
}

} // namespace verbale::workbench
