#include "workbench/left_out_pane.h"

#include "workbench/theme.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

constexpr int lineRole = Qt::UserRole + 1;

struct LeftOutWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::LeftOutWords)
};

} // namespace

QString leftOutClassText(const QString &reason)
{
    static const QHash<QString, const char *> words = {
        {QStringLiteral("menu"), QT_TRANSLATE_NOOP("verbale::workbench::LeftOutWords", "Menus")},
        {QStringLiteral("date-line"), QT_TRANSLATE_NOOP("verbale::workbench::LeftOutWords", "Date lines")},
        {QStringLiteral("byline"), QT_TRANSLATE_NOOP("verbale::workbench::LeftOutWords", "Authors")},
        {QStringLiteral("related-link"),
         QT_TRANSLATE_NOOP("verbale::workbench::LeftOutWords", "Links to other texts")},
        {QStringLiteral("repeated-line"),
         QT_TRANSLATE_NOOP("verbale::workbench::LeftOutWords", "Repeated lines")},
        {QStringLiteral("image-name"),
         QT_TRANSLATE_NOOP("verbale::workbench::LeftOutWords", "Names of pictures")},
        {QStringLiteral("source"), QT_TRANSLATE_NOOP("verbale::workbench::LeftOutWords", "Sources")},
        {QStringLiteral("other-story"),
         QT_TRANSLATE_NOOP("verbale::workbench::LeftOutWords", "Other texts on the page")},
        {QStringLiteral("footer"), QT_TRANSLATE_NOOP("verbale::workbench::LeftOutWords", "Page footer")},
        {QStringLiteral("by-hand"),
         QT_TRANSLATE_NOOP("verbale::workbench::LeftOutWords", "Left out by you")}};
    const char *word = words.value(reason, nullptr);
    return word != nullptr ? LeftOutWords::tr(word) : reason;
}

LeftOutPane::LeftOutPane(QWidget *parent)
    : QWidget(parent), m_head(new QToolButton(this)), m_list(new QTreeWidget(this))
{
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setAutoRaise(true);
    m_head->setArrowType(Qt::RightArrow);
    m_head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_head->setFocusPolicy(Qt::TabFocus);
    m_list->setColumnCount(2);
    m_list->header()->hide();
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformRowHeights(true);
    m_list->setIndentation(16);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setExpandsOnDoubleClick(false);
    m_list->setFixedHeight(190);
    m_list->installEventFilter(this);
    m_list->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_list);
    connect(m_head, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, [this] {
        if (currentLine() >= 0)
            emit bringBackRequested(currentLine());
    });
    retranslate();
    hide();
}

void LeftOutPane::show(const QList<LeftOutLine> &lines)
{
    m_lines = lines;
    setVisible(!lines.isEmpty());
    if (isOpen())
        fill();
    retranslate();
}

void LeftOutPane::fill()
{
    m_list->clear();
    QHash<QString, QTreeWidgetItem *> classes;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const LeftOutLine &line = m_lines[i];
        QTreeWidgetItem *&parent = classes[line.reason];
        if (parent == nullptr) {
            parent = new QTreeWidgetItem(m_list);
            parent->setFirstColumnSpanned(true);
            parent->setSizeHint(0, {0, fontMetrics().height() + 8}); // for all, since they are uniform
            parent->setForeground(0, coloursOf(palette()).quietText);
            parent->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            parent->setData(0, lineRole, -1);
        }
        auto *item = new QTreeWidgetItem(parent);
        const QString text = line.text.simplified();
        item->setText(0, line.line > 0 ? QString::number(line.line) : QString());
        item->setTextAlignment(0, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(0, coloursOf(palette()).quietText);
        item->setText(1, text);
        item->setToolTip(1, text);
        item->setData(0, lineRole, static_cast<int>(i));
        item->setData(1, Qt::AccessibleTextRole,
                      line.line > 0 ? tr("Line %1: %2").arg(line.line).arg(text) : text);
    }
    for (auto it = classes.cbegin(); it != classes.cend(); ++it)
        it.value()->setText(
            0, QStringLiteral("%1 (%2)").arg(leftOutClassText(it.key())).arg(it.value()->childCount()));
    m_list->expandAll();
}

void LeftOutPane::setOpen(bool open)
{
    m_open = open;
    m_head->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    if (open)
        fill();
    m_list->setVisible(open);
    if (open && currentLine() < 0)
        setCurrentLine(0);
}

void LeftOutPane::toggle()
{
    if (m_lines.isEmpty())
        return;
    if (isOpen() && hasKeyboard()) {
        setOpen(false);
        emit left();
        return;
    }
    if (!isOpen())
        setOpen(true);
    m_list->setFocus(Qt::ShortcutFocusReason);
}

bool LeftOutPane::isOpen() const
{
    return m_open;
}

bool LeftOutPane::hasKeyboard() const
{
    return m_list->hasFocus();
}

int LeftOutPane::currentLine() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item != nullptr ? item->data(0, lineRole).toInt() : -1;
}

void LeftOutPane::setCurrentLine(int line)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *parent = m_list->topLevelItem(i);
        for (int child = 0; child < parent->childCount(); ++child) {
            if (parent->child(child)->data(0, lineRole).toInt() == line) {
                m_list->setCurrentItem(parent->child(child));
                m_list->scrollToItem(i == 0 && child == 0 ? parent : parent->child(child));
                return;
            }
        }
    }
}

bool LeftOutPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            setOpen(false);
            emit left();
            return true;
        }
        const bool brings = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Insert;
        if (brings && currentLine() >= 0) {
            emit bringBackRequested(currentLine());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LeftOutPane::setKeys(const QString &open, const QString &bringBack)
{
    m_openKey = open;
    m_bringBackKey = bringBack;
    retranslate();
}

void LeftOutPane::retranslate()
{
    m_head->setText(tr("Left out (%1)").arg(m_lines.size()));
    m_head->setToolTip(tr("Lines of the page that are not translated (%1)").arg(m_openKey));
    m_head->setAccessibleName(tr("Left out: %n line(s)", nullptr, static_cast<int>(m_lines.size())));
    m_list->setAccessibleName(tr("Lines that were left out"));
    m_list->setToolTip(tr("Enter, Insert or %1 brings a line back").arg(m_bringBackKey));
}

void LeftOutPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if ((event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) && isOpen()) {
        const int line = currentLine();
        fill();
        setCurrentLine(line);
    }
}

} // namespace verbale::workbench
