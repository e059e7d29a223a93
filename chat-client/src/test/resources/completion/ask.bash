# What bash offers for a command line, of which each word is an argument: ask.bash SCRIPT WORD...
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
asked=$(complete -p natter) # complete -o default -F _natter_complete natter
asked=${asked##*-F }
${asked% *}
if ((${#COMPREPLY[@]})); then printf '%s\n' "${COMPREPLY[@]}"; fi
