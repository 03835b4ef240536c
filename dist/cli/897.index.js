export const id=897;export const ids=[897];export const modules={9897:(e,t,s)=>{s.d(t,{runDemoCommand:()=>Q});var n=s(1455),r=s(6760),a=s.n(r),o=s(3136),i=s(6296),l=s(5666),p=s(1421),d=s(3024),c=s(8161);let m=Date.UTC(2026,0,12,9)/1e3,u="A developer <developer@example.com>",g=({number:e,baseBranch:t,headBranch:s})=>({base:`refs/remotes/origin/${t}`,head:`refs/remotes/origin/${s}`,merge:`refs/remotes/pull/${e}/merge`}),h=({subject:e,agents:t})=>[`${e}
`,...t.length>0?["\n"]:[],...t.map(e=>`Agent: ${e}
`)].join("");function f(e,t){let s=`${m+1200*t} +0000`;return[`commit ${e.reference}
`,`author ${u} ${s}
`,`committer ${e.committer??u} ${s}
`,b(e.message),...void 0===e.from?[]:[`from ${e.from}
`],...void 0===e.merge?[]:[`merge ${e.merge}
`],...Object.entries(e.changes).map(([e,t])=>null===t?`D ${e}
`:`M 100644 inline ${e}
${b(t)}`),"\n"].join("")}let b=e=>`data ${Buffer.byteLength(e)}
${e}
`,_=(e,t)=>[`### ${e}`,"```",...t,"```"].join("\n"),w=e=>`---
name: ${e.name}
description: |
  ${e.description}
model: sonnet
color: "${e.color}"
tools:
  - Read
  - Write
  - Edit
  - Bash
---

You are the **${e.title} Agent** of this project.

## File Ownership

${_("OWNS",e.owns)}

${_("READS",e.reads)}

${_("CANNOT TOUCH",e.cannotTouch)}
`,y=w({name:"backend-django",title:"Backend Django",description:"Django and Django REST Framework specialist. Builds endpoints and business logic.",color:"#092E20",owns:["apps/**/views.py            # DRF views","apps/**/serializers.py      # DRF serializers","apps/**/urls.py             # URL routing","apps/**/services.py         # Business logic","config/**/*                 # Project config","manage.py                   # Django management"],reads:["apps/**/models.py           # Django models (database agent)","apps/**/migrations/**/*     # Migrations (database agent)","requirements.txt            # Dependencies"],cannotTouch:["apps/**/models.py           # Models (database agent)","apps/**/migrations/**/*     # Migrations (database agent)","tests/**/*                  # Tests (testing agent)","frontend/**/*               # Frontend code"]}),T=w({name:"database",title:"Database",description:"Schema specialist. Designs models and writes migrations.",color:"#336791",owns:["apps/**/models.py           # Django models","apps/**/migrations/**/*     # Migrations"],reads:["apps/**/services.py         # Business logic (backend agent)","config/**/*                 # Project config (backend agent)"],cannotTouch:["apps/**/views.py            # Views (backend agent)","apps/**/serializers.py      # Serializers (backend agent)","tests/**/*                  # Tests (testing agent)","frontend/**/*               # Frontend code"]}),j=w({name:"testing",title:"Testing",description:"Test specialist. Writes and mends the tests, never the code that they test.",color:"#7F3FBF",owns:["tests/**/*                  # Tests and their factories"],reads:["apps/**/*                   # Code under test","frontend/**/*               # Code under test"],cannotTouch:["apps/**/*                   # Code under test","config/**/*                 # Project config (backend agent)","frontend/**/*               # Frontend code"]}),$={".claude/agents/backend-django.md":y,".claude/agents/database.md":T,".claude/agents/frontend.md":w({name:"frontend",title:"Frontend",description:"User interface specialist. Builds pages on top of the API.",color:"#F7DF1E",owns:["frontend/**/*               # Pages and styles"],reads:["apps/**/serializers.py      # Shape of the API (backend agent)","apps/**/urls.py             # Routes of the API (backend agent)"],cannotTouch:["apps/**/*                   # Django code","config/**/*                 # Project config (backend agent)","tests/**/*                  # Tests (testing agent)"]}),".claude/agents/testing.md":j},E=/<details>\s*<summary>(.*?)<\/summary>.*?<\/details>/gs,v=e=>e.trimStart().startsWith("```"),A=/`([^`]+)`|<code>(.*?)<\/code>|\[((?:\\.|[^\]\\])*)\]\([^)]*\)|\*\*(.+?)\*\*|<[^>]+>|&#(\d+);|&(amp|lt|gt|quot);|\\([!-/:-@[-`{-~])/g,P={amp:"&",lt:"<",gt:">",quot:'"'},R=e=>e.replaceAll(A,(e,...t)=>{let[s,n,r,a,o,i,l]=t;if(void 0!==s)return s;let p=n??r??a;return void 0!==p?R(p):void 0!==o?String.fromCodePoint(Number(o)):void 0===i?l??"":P[i]??""}),U={error:e=>e.red("✖ error  "),warning:e=>e.yellow("▲ warning"),notice:e=>e.cyan("● notice ")},O=k("developer",1001);function k(e,t){return{login:e,id:t,url:`https://api.github.com/users/${e}`,html_url:`https://github.com/${e}`,type:"User",site_admin:!1}}function I(e,t,s){let[n="",r=""]=e.split("/");return{id:t,name:r,full_name:e,private:!1,owner:{...k(n,t+1e3),type:"Organization"},url:`https://api.github.com/repos/${e}`,html_url:`https://github.com/${e}`,clone_url:`https://github.com/${e}.git`,fork:!1,default_branch:s}}let B=({ref:e,sha:t},s)=>({label:`${s.owner.login}:${e}`,ref:e,sha:t,user:s.owner,repo:s}),S=new Set(["add-mask","add-matcher","add-path","debug","echo","endgroup","error","group","notice","remove-matcher","save-state","set-env","set-output","stop-commands","warning"]),N=["error","warning","notice"];function F(e){let t=[],s=null;for(let n of e.split(/\r\n|\r|\n/)){let e=null===s?S:new Set([...S,s]),r=function(e,t){let s=/^\s*::(.*?)::(.*)$/.exec(e);return null===s?null:M((s[1]??"").trimEnd(),s[2]??"",t,{separator:",",unescapeProperty:H({"%0D":"\r","%0A":"\n","%3A":":","%2C":",","%25":"%"}),unescapeMessage:H({"%0D":"\r","%0A":"\n","%25":"%"})})}(n,e)??function(e,t){let s=/##\[(.*?)\](.*)$/.exec(e),n=H({"%3B":";","%0D":"\r","%0A":"\n","%5D":"]","%25":"%"});return null===s?null:M(s[1]??"",s[2]??"",t,{separator:";",unescapeProperty:n,unescapeMessage:n})}(n,e);null!==r&&(null!==s?r.name===s&&(s=null):"stop-commands"===r.name?s=r.message.toLowerCase():t.push(r))}return t}function M(e,t,s,n){let r=e.indexOf(" "),a=(r<0?e:e.slice(0,r)).toLowerCase();return s.has(a)?{name:a,properties:Object.fromEntries((r>0?e.slice(r+1).split(n.separator):[]).flatMap(e=>{let t=/^\s*([^=]+)=(.+)$/.exec(e);return null===t?[]:[[(t[1]??"").toLowerCase(),n.unescapeProperty(t[2]??"")]]})),message:n.unescapeMessage(t)}:null}let H=e=>t=>Object.entries(e).reduce((e,[t,s])=>e.replaceAll(t,s),t),D=e=>{let t=Number(e);return Number.isInteger(t)&&t>0?t:null},G=["GITHUB_OUTPUT","GITHUB_STEP_SUMMARY","GITHUB_STATE","GITHUB_PATH","GITHUB_ENV"],x={CI:"true",GITHUB_ACTIONS:"true",GITHUB_ACTION:"__self",GITHUB_ACTOR:"developer",GITHUB_API_URL:"https://api.github.com",GITHUB_GRAPHQL_URL:"https://api.github.com/graphql",GITHUB_JOB:"agent-ownership",GITHUB_RUN_ATTEMPT:"1",GITHUB_RUN_ID:"1",GITHUB_RUN_NUMBER:"1",GITHUB_SERVER_URL:"https://github.com",GITHUB_WORKFLOW:"Agent Ownership",LANG:"C.UTF-8",RUNNER_ARCH:"X64",RUNNER_ENVIRONMENT:"github-hosted",RUNNER_OS:"Linux"},C={"README.md":"# Blog\n\nA blog with an API.\n","apps/blog/migrations/0001_initial.py":`from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200)),
                ("body", models.TextField()),
                ("published_at", models.DateTimeField(null=True)),
            ],
        ),
    ]
`,"apps/blog/models.py":`from django.db import models


class Post(models.Model):
    title = models.CharField(max_length=200)
    body = models.TextField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-published_at"]
`,"apps/blog/serializers.py":`from rest_framework import serializers

from .models import Post


class PostSerializer(serializers.ModelSerializer):
    class Meta:
        model = Post
        fields = ["id", "title", "body", "published_at"]
`,"apps/blog/services.py":`from .models import Post


def published_posts():
    return Post.objects.filter(published_at__isnull=False)
`,"apps/blog/urls.py":`from rest_framework.routers import DefaultRouter

from .views import PostViewSet

router = DefaultRouter()
router.register("posts", PostViewSet, basename="post")

urlpatterns = router.urls
`,"apps/blog/views.py":`from rest_framework import viewsets

from .serializers import PostSerializer
from .services import published_posts


class PostViewSet(viewsets.ReadOnlyModelViewSet):
    serializer_class = PostSerializer

    def get_queryset(self):
        return published_posts()
`,"config/settings.py":`INSTALLED_APPS = ["rest_framework", "apps.blog"]
ROOT_URLCONF = "config.urls"
`,"config/urls.py":`from django.urls import include, path

urlpatterns = [path("api/", include("apps.blog.urls"))]
`,"frontend/posts.js":`export async function showPosts(list) {
  const posts = await (await fetch('/api/posts/')).json();
  list.replaceChildren(...posts.map((post) => new Option(post.title)));
}
`,"manage.py":`import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
execute_from_command_line()
`,"requirements.txt":"Django==5.2\ndjangorestframework==3.16\n","tests/factories.py":`from apps.blog.models import Post


def make_post(**fields):
    return Post.objects.create(**{"title": "A post", "body": "Some words", **fields})
`,"tests/test_posts.py":`from tests.factories import make_post


def test_drafts_are_not_listed(client, db):
    make_post(published_at=None)
    assert client.get("/api/posts/").json() == []
`},L=e=>{let t=C[e];if(void 0===t)throw Error(`The demo's project has no ${e}`);return t},q=L("apps/blog/models.py").replace("    published_at","    reading_minutes = models.PositiveSmallIntegerField(default=1)\n    published_at"),z=`${L("apps/blog/services.py")}

def reading_minutes(body):
    return max(1, len(body.split()) // 200)
`,V=`from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("blog", "0001_initial")]
    operations = [
        migrations.AddField("post", "reading_minutes", models.PositiveSmallIntegerField(default=1)),
    ]
`,W=`from apps.blog.services import reading_minutes


def test_an_empty_post_takes_a_minute():
    assert reading_minutes("") == 1
`,Y={number:7,title:"Show how long a post takes to read",repository:"octo-org/blog",baseBranch:"main",headBranch:"reading-time",start:{subject:"Start the blog",agents:[],changes:{...C,...$}},meanwhile:{subject:"Upgrade Django",agents:[],changes:{"requirements.txt":"Django==6.0\ndjangorestframework==3.16\n"}},commits:[{subject:"Store how long a post takes to read",agents:["database"],changes:{"apps/blog/migrations/0002_post_reading_minutes.py":V,"apps/blog/models.py":q}},{subject:"Serve the reading time",agents:["backend-django"],changes:{"apps/blog/serializers.py":L("apps/blog/serializers.py").replace('"body", ','"body", "reading_minutes", '),"apps/blog/services.py":z}},{subject:"List short posts first",agents:["backend-django"],changes:{"apps/blog/models.py":q.replace('"-published_at"','"reading_minutes"')}},{subject:"Use the test factories as sample data",agents:["backend-django"],changes:{"tests/factories.py":null,"apps/blog/samples.py":L("tests/factories.py")}},{subject:"Show the reading time on the page",agents:["backend-django"],changes:{"frontend/posts.js":L("frontend/posts.js").replace("post.title","`${post.title} (${post.reading_minutes} min)`")}},{subject:"Leave the page to the frontend agent",agents:["backend-django"],changes:{"frontend/posts.js":L("frontend/posts.js")}},{subject:"Round the reading time up, and test it",agents:["backend-django","testing"],changes:{"apps/blog/services.py":z.replace(" // 200)"," // 200 + 1)"),"tests/test_reading_time.py":W}},{subject:"Offer the short posts at an address of their own",agents:["backend-djagno"],changes:{"apps/blog/urls.py":L("apps/blog/urls.py").replace('basename="post")\n','basename="post")\nrouter.register("short-posts", PostViewSet, basename="short-post")\n')}},{subject:"Mention the reading time in the README",agents:[],changes:{"README.md":"# Blog\n\nA blog with an API. It tells how long a post takes to read.\n"}}]},J=(0,l.tp)([["  agent-ownership lint","what each definition was understood to say"],["  agent-ownership check","judge your branch as the action would"],["  agent-ownership explain PATH","who may touch a path, and which line says so"],["  README.md","the workflow file that makes the check required"]]).join("\n");var K=s(8139);let Q=({keep:e},t)=>{let s;return async function(e){await async function(e){try{await (0,n.access)(e,n.constants.R_OK)}catch(t){throw new i.L("unreadable-file",e,{cause:t})}}(e.actionPath);let t=await (0,n.mkdtemp)(a().join(e.tempParent,"agent-ownership-demo-"));try{await async function({environment:e,nodePath:t,actionPath:s,keep:r,write:o,paint:m},u){var b;let _,w,y,T,j=function(e,t){try{return function(e,t,s){let n=(e,n="")=>(0,p.execFileSync)("git",e,{cwd:t,input:n,encoding:"utf8",env:{PATH:s.PATH,HOME:t,GIT_CONFIG_NOSYSTEM:"1",GIT_CONFIG_GLOBAL:c.devNull,GIT_TERMINAL_PROMPT:"0",LC_ALL:"C"},stdio:"pipe"}).trim();(0,d.mkdirSync)(t,{recursive:!0}),n(["init","--quiet","--template=","--object-format=sha1",`--initial-branch=${e.baseBranch}`]),n(["config","core.autocrlf","false"]),n(["remote","add","origin",`https://github.com/${e.repository}.git`]),n(["fast-import","--quiet"],function(e){let{base:t,head:s,merge:n}=g(e),r=e.commits.reduce((e,{changes:t})=>({...e,...t}),{});return[{reference:t,message:h(e.start),changes:e.start.changes},...e.commits.map((e,n)=>({reference:s,message:h(e),changes:e.changes,...0===n?{from:t}:{}})),{reference:t,message:h(e.meanwhile),changes:e.meanwhile.changes},{reference:n,message:`Merge ${e.headBranch} into ${e.baseBranch}
`,changes:r,from:t,merge:s,committer:"GitHub <noreply@github.com>"}].map(f).join("")}(e));let{base:r,head:a,merge:o}=g(e);return n(["checkout","--quiet","--detach",o]),{repository:t,base:n(["rev-parse",r]),head:n(["rev-parse",a]),merge:n(["rev-parse",o]),commits:n(["rev-list","--reverse",`${r}..${a}`]).split("\n"),changedFiles:n(["diff","--find-renames","--name-only",`${r}...${a}`]).split("\n").length}}(Y,e,t)}catch(s){let{code:e,message:t}=s;throw"ENOENT"===e?new i.L("git-missing","",{cause:s}):new i.L("git-failed",t,{cause:s})}}(a().join(u,"repository"),e),{number:A,title:P,headBranch:k,baseBranch:S}=Y,M=(e,t)=>{o(`
${m.bold(e)}

${t}
`)};o(`${m.bold("Agent Ownership: a demo on a small real repository")}

`),o("Four agents work on a blog in Django. Each has a definition in .claude/agents that says what it\n"),o("OWNS, READS and CANNOT TOUCH. This is what backend-django.md says last:\n\n"),o(`${(b=$[".claude/agents/backend-django.md"]??"",w=(_=b.split("\n")).indexOf("### CANNOT TOUCH"),y=_.indexOf("```",w+2),_.slice(w,y+1).map(e=>"  "+m.dim(e)).join("\n"))}
`),M(`Pull request #${A}: ${P} (${k} into ${S})`,(0,l.tp)(Y.commits.map((e,t)=>[(j.commits[t]??"").slice(0,7),e.subject,(({agents:e})=>0===e.length?"(a person)":e.map(e=>`Agent: ${e}`).join(", "))(e)]),(e,t)=>0===t?m.yellow(e):e).map(e=>"  "+e).join("\n"));let H=await async function(e,t,s){var r;let o,l,d,m=(o=I((r={action:"opened",number:Y.number,title:Y.title,base:{ref:Y.baseBranch,sha:e.base},head:{ref:Y.headBranch,sha:e.head},repository:Y.repository,headRepository:Y.repository,commits:e.commits.length,changedFiles:e.changedFiles,labels:[]}).repository,2001,r.base.ref),l=r.headRepository===r.repository?o:I(r.headRepository,2002,r.base.ref),d=`${o.html_url}/pull/${r.number}`,{action:r.action,number:r.number,pull_request:{url:`${o.url}/pulls/${r.number}`,html_url:d,diff_url:`${d}.diff`,patch_url:`${d}.patch`,id:3001,node_id:"PR_kwDOAAABAQ",number:r.number,state:"open",locked:!1,title:r.title,user:O,body:null,created_at:"2026-01-12T09:00:00Z",updated_at:"2026-01-12T12:00:00Z",closed_at:null,merged_at:null,merge_commit_sha:null,labels:r.labels.map(e=>({name:e,color:"ededed",default:!1,description:null})),draft:!1,head:B(r.head,l),base:B(r.base,o),author_association:"MEMBER",merged:!1,mergeable:null,maintainer_can_modify:!1,commits:r.commits,changed_files:r.changedFiles},repository:o,sender:O}),u=await async function(e){let t,s=t=>a().join(e.runnerFolder,t);await (0,n.mkdir)(s("temp"),{recursive:!0}),await (0,n.mkdir)(s("home"),{recursive:!0}),await Promise.all(G.map(e=>(0,n.writeFile)(s(e),""))),await (0,n.writeFile)(s("event.json"),"string"==typeof e.event?e.event:JSON.stringify(e.event));let r={...x,PATH:e.environment.PATH??"",HOME:s("home"),RUNNER_TEMP:s("temp"),GITHUB_WORKSPACE:e.workspace,GITHUB_EVENT_NAME:e.eventName,GITHUB_EVENT_PATH:s("event.json"),...Object.fromEntries(G.map(e=>[e,s(e)])),...Object.fromEntries(Object.entries(e.inputs??{}).map(([e,t])=>{let s;return[(s=e,`INPUT_${s.replaceAll(" ","_").toUpperCase()}`),t]})),...e.variables};await (0,n.writeFile)(s("step.env"),(t=r,Object.entries(t).map(([e,t])=>`${e}='${t}'
`).join("")));let o=await (({nodePath:e,actionPath:t,workspace:s},n)=>new Promise((r,a)=>{let o=(0,p.spawn)(e,[t],{cwd:s,env:n,stdio:["ignore","pipe","pipe"]}),i=[],l=[];o.stdout.on("data",e=>i.push(e)),o.stderr.on("data",e=>l.push(e)),o.on("error",a),o.on("close",(e,t)=>{null===e?a(Error(`The action was killed by ${String(t)}`)):r({exitCode:e,stdout:Buffer.concat(i).toString("utf8"),stderr:Buffer.concat(l).toString("utf8")})})}))(e,r),i=[o.stdout,o.stderr].flatMap(F);return{...o,commands:i,annotations:i.flatMap(({name:e,properties:t,message:s})=>{let n=N.find(t=>t===e);if(void 0===n||""===s.trim())return[];let r=D(t.line)??D(t.endline);return[{level:n,message:s,title:t.title??null,path:t.file??null,startLine:r,endLine:D(t.endline)??r}]}),outputs:function(e){let t={},s=e.split(c.EOL);for(let e=0;e<s.length;e+=1){let n=s[e]??"";if(""===n)continue;let r=/^([^=]+?)<<(.+)$/.exec(n),a=/^([^=]+)=(.*)$/.exec(n);if(null!==r){let a=s.indexOf(r[2]??"",e+1);if(a<0)throw Error(`Matching delimiter not found: ${n}`);t[r[1]??""]=s.slice(e+1,a).join(c.EOL),e=a}else if(null!==a)t[a[1]??""]=a[2]??"";else throw Error(`Invalid format: ${n}`)}return t}(await (0,n.readFile)(s("GITHUB_OUTPUT"),"utf8")),summary:await (0,n.readFile)(s("GITHUB_STEP_SUMMARY"),"utf8")}}({...t,workspace:e.repository,runnerFolder:s,eventName:"pull_request",event:m,variables:(({number:e,pull_request:t,repository:s},n)=>({GITHUB_BASE_REF:t.base.ref,GITHUB_HEAD_REF:t.head.ref,GITHUB_REF:`refs/pull/${e}/merge`,GITHUB_REF_NAME:`${e}/merge`,GITHUB_REF_TYPE:"branch",GITHUB_REPOSITORY:s.full_name,GITHUB_REPOSITORY_OWNER:s.owner.login,GITHUB_SHA:n}))(m,e.merge)});if("success"===u.outputs.conclusion||"failure"===u.outputs.conclusion)return u;let g=u.annotations.map(({message:e})=>e).join("\n");throw new i.L("internal",""===g?u.stderr.trim():g)}(j,{environment:e,nodePath:t,actionPath:s},a().join(u,"runner"));M("The check runs. Annotations on the pull request:",(T=H.annotations,T.map(({level:e,path:t,startLine:s,title:n,message:r})=>{let a=null===s?t:`${t??""}:${s}`,o=[U[e](m),a,m.bold(n??r)],i=(null===n?"":r).split("\n").flatMap(e=>(0,l.LV)(e,"    "));return["  "+o.filter(e=>null!==e).join("  "),...i].filter(e=>""!==e.trim()).join("\n")}).join("\n\n"))),M("Job summary:",function(e,t){let[s="",...n]=e.split(/^(?=### )/m),r=n.join("").match(/<details>.*?<\/details>/gs)??[];return function(e,t){let s=e.replace(E,"▸ $1").split("\n"),n=[],r=0,a=e=>{let t=s.findIndex((t,s)=>s>=r&&!e(t)),n=s.slice(r,t<0?s.length:t);return r+=n.length,n};for(;r<s.length;){let e=s[r]??"";v(e)?(r+=1,n.push(...a(e=>!v(e)).map(e=>`  ${t.cyan(e)}`)),r+=1):e.startsWith("|")?n.push(...function(e,t){let s=e.filter(e=>!/^[|\s:-]+$/.test(e)).map(e=>e.replaceAll(/^\||\|\s*$/g,"").split(/(?<!\\)\|/).map(e=>R(e.trim()))),[n="",...r]=(0,l.tp)(s);return[t.bold(n),...r]}(a(e=>e.startsWith("|")),t)):(n.push(...function(e,t){let s=/^#+ +(.*)$/.exec(e)?.[1];if(void 0!==s)return["",t.bold(R(s)),""];let[n=""]=/^\s*(?:[-*] +|▸ )?/.exec(e.trimEnd())??[];return(0,l.wW)(n,R(e.slice(n.length).trimEnd()),e=>e)}(e,t)),r+=1)}return n.filter((e,t)=>""!==e||""!==n[t-1]).join("\n").trim()}([s,...0===n.length?[]:["… each finding once more, with the command to copy"],...r].join("\n\n"),t)}(H.summary,m)),M("Result:",function({exitCode:e,outputs:t},s){let n=0===e?s.green("The required check is green: the pull request can be merged."):s.red("The required check is red: the pull request cannot be merged like this."),r=Object.entries(t).filter(([e])=>"report"!==e);return`  ${n}
  exit code ${e}, outputs: ${r.map(([e,t])=>`${e}=${t}`).join(", ")}`}(H,m)),M("Next, in a repository with definitions in .claude/agents:",J),r&&M("Kept:",`  ${j.repository}`)}(e,t)}finally{e.keep||await (0,n.rm)(t,{recursive:!0,force:!0})}return 0}({environment:t.environment,nodePath:t.nodePath,actionPath:(s=t.programUrl,a().join(a().dirname((0,o.fileURLToPath)(s)),"..","action","index.js")),tempParent:t.temporaryDirectory,keep:e??!1,write:e=>{t.write(e)},paint:(0,K.e)(t)})}}};