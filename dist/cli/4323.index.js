export const id=4323;export const ids=[4323];export const modules={4323:(e,t,o)=>{o.r(t),o.d(t,{EXAMPLES:()=>a});let a=`
Examples:
  agent-ownership check                        judge this branch against its base branch
  agent-ownership check --base origin/develop  … against another base
  agent-ownership check --staged --agent backend-django
                                               judge what is staged, before it is a commit
  agent-ownership explain apps/blog/models.py  who may touch a path, and which line says so
  agent-ownership lint                         what every definition was understood to say
  agent-ownership map --html map.html          draw who owns which part of the tree
  agent-ownership init                         set it up in this repository
  agent-ownership doctor                       what is set up, and whether it works
  agent-ownership demo                         see the check at work on a small repository

Exit status: 0 clean, 1 findings of severity error, 2 could not check or wrong usage.`}};